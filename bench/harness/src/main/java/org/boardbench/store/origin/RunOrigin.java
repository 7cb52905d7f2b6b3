package org.boardbench.store.origin;

import java.nio.file.Path;
import java.time.Instant;
import org.boardbench.plan.model.CpuSpec;

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

  /** The same on the CPUs that the run was given, as {@link RunEnvironment} has them. */
  public RunOrigin on(int cores, CpuSpec cpus) {
    return new RunOrigin(epoch, environment.on(cores, cpus), git, driver);
  }
}
