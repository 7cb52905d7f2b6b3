package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.util.OptionalInt;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;

/**
 * Shows a sweep to a person; gives the terminal back at its end, whether the run came to it or not.
 */
public interface ProgressView extends EventConsumer<RunEvent> {
  @Override
  default String name() {
    return "The terminal";
  }

  /**
   * A bar that is redrawn in place.
   *
   * @param columns width of the terminal
   */
  static ProgressView forTerminal(PrintStream out, int columns) {
    return new BarView(out, System::nanoTime, columns);
  }

  /** A line for each event, for logs and pipes. */
  static ProgressView plain(PrintStream out) {
    return new PlainView(out, System::nanoTime);
  }

  /**
   * Nothing but the table at the end.
   *
   * @param columns width of the terminal; empty when {@code out} is none
   */
  static ProgressView quiet(PrintStream out, OptionalInt columns) {
    return new QuietView(out, columns);
  }
}
