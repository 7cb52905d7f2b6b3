package org.boardbench.target;

import java.util.List;
import java.util.Optional;
import org.boardbench.target.cgroup.Cgroup;

/** A target that answered its health check, until it is closed. */
public interface RunningTarget extends AutoCloseable {
  /** The name of the target's own process tree among the components. */
  String SERVER = "server";

  Endpoint endpoint();

  /** The target's own process tree first, then each companion. Empty for an external server. */
  List<Component> components();

  /** False once the target or a companion has ended by itself. */
  boolean isAlive();

  /**
   * How the target or a companion ended by itself, e.g. {@code redis exited with status 1 after 3.2
   * s}; empty while all live.
   */
  Optional<String> failure();

  /** The last lines of its output, oldest first, for a failure's reason. */
  List<String> lastLines(int count);

  /** SIGTERM, then SIGKILL once the deadline has passed, the whole tree of every component. */
  @Override
  void close();

  /**
   * A program whose use is measured apart.
   *
   * @param name {@code server}, or the companion's name, e.g. {@code redis}
   * @param pid the root of its process tree
   * @param group what it runs in alone; empty where the tree has to be looked through instead
   * @param traffic the counter that the component keeps of its own traffic, where it keeps one
   */
  record Component(
      String name, long pid, Optional<Cgroup> group, Optional<TrafficMetrics> traffic) {}

  /**
   * A companion's own count of its traffic.
   *
   * @param kind how it is asked
   * @param port loopback port
   */
  record TrafficMetrics(Kind kind, int port) {
    /** The ways to ask; manifests spell them in lower case with hyphens. */
    public enum Kind {
      REDIS_INFO
    }
  }
}
