package org.boardbench.calibrate.server;

import java.util.Map;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.process.LaunchException;

/** A reference server that runs, until it is closed. */
public interface RunningReference extends AutoCloseable {
  RunningTarget target();

  /** What it says that it did since its start or the last reset. */
  ServerCounts counts();

  void resetCounts();

  @Override
  void close();

  /** Starts reference servers. */
  @FunctionalInterface
  interface Source {
    /**
     * A fresh one.
     *
     * @param parameters those that are to differ from the target's defaults
     */
    RunningReference start(Map<String, String> parameters)
        throws LaunchException, InterruptedException;
  }
}
