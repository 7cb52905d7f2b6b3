package org.boardbench.view.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.terminal.table.ResultTable;

/**
 * Shows a sweep to a person; gives the terminal back at its end, whether the run came to it or not.
 */
public interface ProgressView extends EventConsumer<RunEvent> {
  @Override
  default String name() {
    return "The terminal";
  }

  /**
   * A bar that is redrawn in place; a line for each event, for logs and pipes, where {@code out} is
   * no terminal.
   *
   * @param columns width of the terminal; empty when {@code out} is none
   */
  static ProgressView full(PrintStream out, OptionalInt columns) {
    return columns.isPresent()
        ? new BarView(out, System::nanoTime, columns.getAsInt())
        : new PlainView(out, System::nanoTime);
  }

  /**
   * Nothing but the table at the end.
   *
   * @param columns width of the terminal; empty when {@code out} is none
   */
  static ProgressView quiet(PrintStream out, OptionalInt columns) {
    return event -> {
      if (event instanceof RunEvent.RunEnded(Path run)) {
        ResultTable.print(run, out, columns);
      }
    };
  }
}
