package org.boardbench.micro.run;

import java.nio.file.Path;
import org.boardbench.results.row.MicroRow;

/** Shows a person how far it is. */
interface MicroView extends AutoCloseable {
  void started(int cases, boolean isQuick, Path folder, PaceLeft left);

  void caseStarted(BenchmarkCase one);

  void caseEnded(MicroRow row);

  void caseFailed(String reason);

  @Override
  void close();
}
