package org.boardbench.trial.fault;

import org.boardbench.host.sampling.Component;
import org.boardbench.sut.launch.RunningTarget;

/** What the faults of a trial act on. Thread-safe. */
public interface FaultSubject {
  /** The server and its companions, with what is between them. */
  RunningTarget target();

  /**
   * Ends connections of users without a close frame; returns when that has been done.
   *
   * @param sharePct of how many of the users, chosen by {@code seed}
   * @return how many connections
   */
  int cut(int sharePct, long seed) throws InterruptedException;

  /** A program runs again, and is ready. */
  void restarted(Component component);
}
