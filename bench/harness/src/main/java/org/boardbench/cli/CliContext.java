package org.boardbench.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.boardbench.cli.run.ExperimentRun;
import org.boardbench.view.terminal.CalibrationView;
import org.boardbench.view.terminal.ProgressView;

/**
 * What a command needs of the world around it.
 *
 * @param home the project's root
 * @param terminalColumns width of the terminal at which a person watches {@code out}; empty when
 *     nobody does
 */
record CliContext(
    ExperimentRun run,
    CalibrationRun calibration,
    TargetNames targets,
    Path home,
    PrintStream out,
    PrintStream err,
    OptionalInt terminalColumns) {
  ProgressView view(boolean isQuiet) {
    return isQuiet
        ? ProgressView.quiet(out, terminalColumns)
        : ProgressView.full(out, terminalColumns);
  }

  CalibrationView calibrationView(boolean isQuiet) {
    return isQuiet ? CalibrationView.quiet(out) : CalibrationView.full(out, terminalColumns);
  }
}
