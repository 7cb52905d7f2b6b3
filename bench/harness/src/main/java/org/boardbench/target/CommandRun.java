package org.boardbench.target;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a short question to a program gave, such as {@code node --version}.
 *
 * @param printed what it wrote to standard output
 * @param complaints what it wrote to standard error
 */
public record CommandRun(int status, String printed, String complaints) {
  /** Standard input of everything that is started: at its end from the beginning. */
  public static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int OUTPUT_LIMIT_BYTES = 1 << 20;

  /**
   * Asks; empty when the program is not there or gives no answer in time. Then it is ended, with
   * all that it has started.
   */
  public static Optional<CommandRun> of(
      List<String> command, Path folder, Map<String, String> variables)
      throws InterruptedException {
    return of(command, folder, variables, DEADLINE);
  }

  static Optional<CommandRun> of(
      List<String> command, Path folder, Map<String, String> variables, Duration deadline)
      throws InterruptedException {
    try {
      // A file, because a pipe could block the deadline on a grandchild that keeps it open.
      Path output = Files.createTempFile("boardbench-", ".out");
      Path errors = Files.createTempFile("boardbench-", ".err");
      try {
        return run(command, folder, variables, deadline, output, errors);
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException notStarted) {
      return Optional.empty();
    }
  }

  public boolean succeeded() {
    return status == 0;
  }

  /** Everything that it said, errors last. */
  public String output() {
    return printed + complaints;
  }

  private static Optional<CommandRun> run(
      List<String> command,
      Path folder,
      Map<String, String> variables,
      Duration deadline,
      Path output,
      Path errors)
      throws IOException, InterruptedException {
    // env looks the program up on the PATH that is given here; the JVM would use its own.
    List<String> words = new ArrayList<>(List.of("/usr/bin/env"));
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(NOTHING)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      if (!process.waitFor(deadline)) {
        return Optional.empty();
      }
      return Optional.of(new CommandRun(process.exitValue(), read(output), read(errors)));
    } finally {
      // Those first: once it is gone, nobody knows any more whose they were.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Path output) throws IOException {
    try (var in = Files.newInputStream(output)) {
      return new String(in.readNBytes(OUTPUT_LIMIT_BYTES), StandardCharsets.UTF_8);
    }
  }
}
