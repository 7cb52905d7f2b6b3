package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.boardbench.results.StoreException;
import org.boardbench.trial.events.RunEvent;

/**
 * Nothing but the table at the end.
 *
 * @param columns width of the terminal; empty when {@code out} is none
 */
record QuietView(PrintStream out, OptionalInt columns) implements ProgressView {
  @Override
  public void accept(RunEvent event) throws StoreException {
    if (event instanceof RunEvent.RunEnded(Path run)) {
      ResultTable.print(run, out, columns);
    }
  }
}
