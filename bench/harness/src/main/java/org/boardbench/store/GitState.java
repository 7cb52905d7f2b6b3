package org.boardbench.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The source that ran. Both are empty outside a git repository, or without git.
 *
 * @param dirty whether tracked files differ from the commit
 */
public record GitState(Optional<String> commit, Optional<Boolean> dirty) {
  private static final int DEADLINE_S = 10;

  public static GitState of(Path projectRoot) throws InterruptedException {
    return new GitState(
        git(projectRoot, "rev-parse", "--verify", "HEAD"),
        git(projectRoot, "status", "--porcelain", "--untracked-files=no")
            .map(changes -> !changes.isEmpty()));
  }

  /**
   * Whether tracked files below {@code paths} are what they were in {@code commit}. False also when
   * there is no such commit here.
   */
  static boolean isUnchangedSince(Path projectRoot, String commit, String... paths)
      throws InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("diff", "--quiet", "--end-of-options", commit, "--"));
    arguments.addAll(List.of(paths));
    return git(projectRoot, arguments.toArray(String[]::new)).isPresent();
  }

  private static Optional<String> git(Path directory, String... arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      // A hook or a rebase that calls this names its own repository there.
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      Process process = builder.start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean hasEnded = process.waitFor(DEADLINE_S, TimeUnit.SECONDS);
        return hasEnded && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
