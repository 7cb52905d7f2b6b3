package org.boardbench.store.origin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;

/**
 * The source that ran. Both are empty outside a git repository, or without git.
 *
 * @param dirty whether tracked files differ from the commit
 */
public record GitState(Optional<String> commit, Optional<Boolean> dirty) {
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

  private static Optional<String> git(Path projectRoot, String... arguments)
      throws InterruptedException {
    HostEnvironment host = HostEnvironment.of(projectRoot).forGit();
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return CommandRun.of(command, host.root(), host.variables())
        .filter(CommandRun::succeeded)
        .map(run -> run.printed().strip());
  }
}
