package org.boardbench.cli.progress;

import java.io.PrintStream;
import org.boardbench.calibrate.CalibrationListener;

/** Shows a calibration to a person. */
public interface CalibrationView extends CalibrationListener, AutoCloseable {
  /** Gives the terminal back, whether the calibration came to its end or not. */
  @Override
  default void close() {}

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
