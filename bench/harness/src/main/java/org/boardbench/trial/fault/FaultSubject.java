package org.boardbench.trial.fault;

import java.util.List;
import java.util.Optional;
import org.boardbench.host.sampling.Component;
import org.boardbench.sut.launch.TargetLink;
import org.boardbench.sut.launch.TargetPart;

/** What the faults of a trial act on. Thread-safe. */
public interface FaultSubject {
  /**
   * A program of the target.
   *
   * @param component {@link Component#SERVER} or a companion's name
   */
  Optional<TargetPart> part(String component);

  /** The target's servers one by one; one where it has no replicas. */
  List<TargetPart> replicas();

  /**
   * What is between the server and another.
   *
   * @param side {@code FaultSpec.DRIVER} or a companion's name
   */
  Optional<TargetLink> link(String side);

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
