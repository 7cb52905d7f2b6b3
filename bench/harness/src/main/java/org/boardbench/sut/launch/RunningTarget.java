package org.boardbench.sut.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.Sampling;

/** A target that answered its health check, until it is closed. */
public interface RunningTarget extends AutoCloseable {
  Endpoint endpoint();

  /**
   * The target's own process tree first, or that of each of its replicas, then each companion.
   * Empty for an external server.
   */
  List<Component> components();

  /**
   * One of its programs, to be made to fail; empty where this harness has started none of that
   * name.
   *
   * @param component as in {@link #components}
   */
  default Optional<TargetPart> part(String component) {
    return Optional.empty();
  }

  /**
   * What is between the server and another, to be made to fail; empty where this harness has
   * started none of that name.
   *
   * @param side {@code FaultSpec.DRIVER}, or the name of a companion to which the server connects
   */
  default Optional<TargetLink> link(String side) {
    return Optional.empty();
  }

  /**
   * Its servers one by one, to be made to fail; one where it has no replicas, none where this
   * harness has started nothing.
   */
  default List<TargetPart> replicas() {
    return part(Component.SERVER).stream().toList();
  }

  /** The ports on which its servers listen, in their order; none where it has no replicas. */
  default List<Integer> replicaPorts() {
    return List.of();
  }

  /** Whether it runs on machines of which this harness sees neither processes nor connections. */
  default boolean isElsewhere() {
    return false;
  }

  /**
   * Whether it takes of the machine that {@link #sample} looks at what nobody can tell from foreign
   * work: somebody else runs it there, or its pods may be there or elsewhere.
   */
  default boolean isHidden() {
    return isElsewhere() || (components().isEmpty() && endpoint().isOnThisMachine());
  }

  /**
   * Begins to read what its components use, with {@code others} of this machine, and what the
   * machine does on which they run.
   *
   * @param listener gets a snapshot a second, on a thread of the sampling's
   */
  default Sampling sample(
      List<Component> others, RunClock clock, Consumer<ResourceSnapshot> listener)
      throws InterruptedException {
    List<Component> all = Stream.concat(components().stream(), others.stream()).toList();
    return ResourceSampler.start(all, clock, ResourceSampler::isLoop, listener);
  }

  /** False once the target or a companion has ended. */
  boolean isAlive();

  /**
   * How the target or a companion ended by itself, e.g. {@code redis exited with status 1 after 3.2
   * s}; empty while all live, but for those whose end was planned.
   */
  Optional<String> failure();

  /** The last lines of its output, oldest first, for a failure's reason. */
  List<String> lastLines(int count);

  /** SIGTERM, then SIGKILL once the deadline has passed, the whole tree of every component. */
  @Override
  void close();
}
