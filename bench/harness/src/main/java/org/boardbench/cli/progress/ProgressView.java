package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.util.OptionalInt;
import org.boardbench.trial.RunListener;

/** Shows a sweep to a person. */
public interface ProgressView extends RunListener, AutoCloseable {
  /** Gives the terminal back, whether the run came to its end or not. */
  @Override
  default void close() {}

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
