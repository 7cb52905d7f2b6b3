package org.boardbench.host.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a short question to a program gave, such as {@code node --version}. What runs for longer is
 * a {@code LoggedCommand}, what runs until it is stopped a {@code ProcessTree}.
 *
 * @param printed what it wrote to standard output
 * @param complaints what it wrote to standard error
 */
public record CommandRun(int status, String printed, String complaints) {
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

  /** Asks with a deadline of its own. */
  public static Optional<CommandRun> of(
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
    Process process =
        CommandStart.of(command, folder, variables)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
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
