package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.boardbench.results.StoreException;

/**
 * Nothing but the table at the end.
 *
 * @param columns width of the terminal; empty when {@code out} is none
 */
record QuietView(PrintStream out, OptionalInt columns) implements ProgressView {
  @Override
  public void runEnded(Path run) throws StoreException {
    ResultTable.print(run, out, columns);
  }
}
