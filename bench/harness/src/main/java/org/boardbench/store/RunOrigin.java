package org.boardbench.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Where the results of one process come from.
 *
 * @param epoch the moment that is 0 on the run clock; names a new run's folder
 */
public record RunOrigin(
    Instant epoch, RunEnvironment environment, GitState git, DriverRecord driver) {
  /** This machine and this source. */
  public static RunOrigin here(Instant epoch, Path projectRoot, DriverRecord driver)
      throws InterruptedException {
    return new RunOrigin(epoch, RunEnvironment.here(), GitState.of(projectRoot), driver);
  }
}
