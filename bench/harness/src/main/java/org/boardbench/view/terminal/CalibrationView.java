package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.util.OptionalInt;
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
   * A bar that is redrawn in place; a line for each case, for logs and pipes, where {@code out} is
   * no terminal.
   *
   * @param columns width of the terminal; empty when {@code out} is none
   */
  static CalibrationView full(PrintStream out, OptionalInt columns) {
    return columns.isPresent()
        ? new CalibrationBarView(out, System::nanoTime, columns.getAsInt())
        : new CalibrationPlainView(out, System::nanoTime);
  }

  /** Nothing but the tables at the end. */
  static CalibrationView quiet(PrintStream out) {
    return event -> {
      if (event instanceof CalibrationEvent.CalibrationEnded ended) {
        CalibrationTables.print(ended, out);
      }
    };
  }
}
