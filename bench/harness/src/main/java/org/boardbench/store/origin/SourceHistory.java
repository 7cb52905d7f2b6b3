package org.boardbench.store.origin;

import java.nio.file.Path;
import org.boardbench.core.ThisProgram;

/** Whether what a calibration measures is still what it was. */
@FunctionalInterface
public interface SourceHistory {
  /** False also when nobody can tell. */
  boolean isUnchangedSince(String commit) throws InterruptedException;

  /**
   * The history of the project's driver and reference server, with what is not committed yet.
   * Another experiment, another target or another figure makes no calibration stale.
   */
  static SourceHistory of(Path projectRoot) {
    return commit ->
        GitState.isUnchangedSince(
            projectRoot,
            commit,
            "pom.xml",
            ThisProgram.COMMAND,
            "bench/harness/pom.xml",
            "bench/harness/src/main",
            "targets/reference");
  }
}
