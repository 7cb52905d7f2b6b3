package org.boardbench.cli.progress;

import java.io.PrintStream;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.trial.events.EventConsumer;

/**
 * Shows a calibration to a person; gives the terminal back at its end, whether it came to it or
 * not.
 */
public interface CalibrationView extends EventConsumer<CalibrationEvent> {
  @Override
  default String name() {
    return "The terminal";
  }

  /**
   * A bar that is redrawn in place.
   *
   * @param columns width of the terminal
   */
  static CalibrationView forTerminal(PrintStream out, int columns) {
    return new CalibrationBarView(out, System::nanoTime, columns);
  }

  /** A line for each case, for logs and pipes. */
  static CalibrationView plain(PrintStream out) {
    return new CalibrationPlainView(out, System::nanoTime);
  }

  /** Nothing but the tables at the end. */
  static CalibrationView quiet(PrintStream out) {
    return new CalibrationQuietView(out);
  }
}
