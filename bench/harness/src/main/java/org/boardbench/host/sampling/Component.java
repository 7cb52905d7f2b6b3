package org.boardbench.host.sampling;

import java.util.Optional;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.results.row.ComponentSecond;

/**
 * A program whose use is measured apart.
 *
 * @param name {@link #SERVER}, or the companion's name, e.g. {@code redis}
 * @param pid the root of its process tree; 0 where that is on another machine
 * @param group what it runs in alone; empty where the tree has to be looked through instead
 * @param traffic the counter that the component keeps of its own traffic, where it keeps one
 * @param replica which of several with this name, whose use is added up; counts from 1
 */
public record Component(
    String name, long pid, Optional<Cgroup> group, Optional<TrafficMetrics> traffic, int replica) {
  /** The name of the target's own process tree. */
  public static final String SERVER = ComponentSecond.SERVER;

  /** The name of a browser that looks on. It serves nobody, so it is no companion. */
  public static final String BROWSER = ComponentSecond.BROWSER;

  /** The only one with this name. */
  public Component(
      String name, long pid, Optional<Cgroup> group, Optional<TrafficMetrics> traffic) {
    this(name, pid, group, traffic, 1);
  }

  /** Whether it is in the place of {@code other}, perhaps as another process. */
  boolean isSameAs(Component other) {
    return name.equals(other.name) && replica == other.replica;
  }
}
