package org.boardbench.host.sampling;

import java.util.Optional;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.results.row.ComponentSecond;

/**
 * A program whose use is measured apart.
 *
 * @param name {@link #SERVER}, or the companion's name, e.g. {@code redis}
 * @param pid the root of its process tree
 * @param group what it runs in alone; empty where the tree has to be looked through instead
 * @param traffic the counter that the component keeps of its own traffic, where it keeps one
 */
public record Component(
    String name, long pid, Optional<Cgroup> group, Optional<TrafficMetrics> traffic) {
  /** The name of the target's own process tree. */
  public static final String SERVER = ComponentSecond.SERVER;

  /** The name of a browser that looks on. It serves nobody, so it is no companion. */
  public static final String BROWSER = ComponentSecond.BROWSER;
}
