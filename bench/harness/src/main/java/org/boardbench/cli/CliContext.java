package org.boardbench.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.boardbench.cli.progress.ProgressView;

/**
 * What a command needs of the world around it.
 *
 * @param home the project's root
 * @param isTerminal whether a person watches {@code out}
 */
record CliContext(
    ExperimentRun run,
    TargetNames targets,
    Path home,
    PrintStream out,
    PrintStream err,
    boolean isTerminal) {
  ProgressView view(boolean isQuiet) {
    if (isQuiet) {
      return ProgressView.quiet(out);
    }
    return isTerminal ? ProgressView.forTerminal(out) : ProgressView.plain(out);
  }
}
