package org.boardbench.cli.progress;

import java.io.PrintStream;
import java.nio.file.Path;
import org.boardbench.store.StoreException;

/** Nothing but the table at the end. */
record QuietView(PrintStream out) implements ProgressView {
  @Override
  public void runEnded(Path run) throws StoreException {
    ResultTable.print(run, out);
  }
}
