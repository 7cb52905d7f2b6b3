package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.store.CalibrationCase;

/** Nothing but the tables at the end. */
record CalibrationQuietView(PrintStream out) implements CalibrationView {
  @Override
  public void calibrationEnded(List<CalibrationCase> cases, List<String> failures, Path folder) {
    CalibrationTables.print(cases, failures, folder, out);
  }
}
