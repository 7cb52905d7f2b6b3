package org.boardbench.sut.launch;

import java.util.List;
import java.util.Optional;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.proc.ProcStat;

/** One program of a target that was started here, with all that it starts in turn. Thread-safe. */
public interface Program {
  /** For messages. */
  String name();

  /** The first process, as this machine numbers it. */
  long pid();

  /**
   * All its processes that live, the first one first; none where they cannot be seen one by one.
   */
  List<ProcStat> processes();

  /** What it runs in together with nothing else; empty where there is no such group. */
  Optional<Cgroup> group();

  /** The same where this harness has made it, and may change its limits. */
  default Optional<OwnGroup> own() {
    return Optional.empty();
  }

  boolean isAlive();

  /** How it ended by itself, e.g. {@code redis exited with status 1 after 0.4 s}. */
  Optional<String> ending();

  /**
   * SIGTERM to the first process alone, as a container engine sends it: who has started others is
   * to tell them. A later {@link #stop} sends it to nobody again.
   *
   * @return whether it was sent
   */
  default boolean terminate() {
    return false;
  }

  /**
   * SIGTERM, then SIGKILL once the deadline has passed. Returns when all of it is gone, also when
   * interrupted: that is remembered and does not cut it short. Later calls do nothing.
   *
   * @throws IllegalStateException when something survives
   */
  void stop();
}
