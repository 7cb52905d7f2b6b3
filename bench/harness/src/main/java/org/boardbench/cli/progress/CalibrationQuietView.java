package org.boardbench.cli.progress;

import java.io.PrintStream;
import org.boardbench.calibrate.CalibrationEvent;

/** Nothing but the tables at the end. */
record CalibrationQuietView(PrintStream out) implements CalibrationView {
  @Override
  public void accept(CalibrationEvent event) {
    if (event instanceof CalibrationEvent.CalibrationEnded ended) {
      CalibrationTables.print(ended, out);
    }
  }
}
