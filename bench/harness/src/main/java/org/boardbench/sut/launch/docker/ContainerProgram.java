package org.boardbench.sut.launch.docker;

import java.util.List;
import java.util.Optional;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.OutOfMemory;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.sut.launch.Program;
import org.boardbench.sut.process.ProcessTree;
import tools.jackson.databind.JsonNode;

/**
 * A container that {@code docker run} started in the foreground: that client lives as long as the
 * container, hands its signals on, ends with its status, and has its output.
 */
final class ContainerProgram implements Program {
  private final String container;
  private final ProcessTree client;
  private final DockerEngine engine;
  private final OutOfMemory outOfMemory;
  private final ProcessHandle first;
  private final Optional<Cgroup> group;
  private Optional<String> ending = Optional.empty();
  private boolean stopped;

  /**
   * @param container its name
   * @param first its first process, as this machine sees it
   */
  ContainerProgram(
      String container,
      ProcessHandle first,
      ProcessTree client,
      DockerEngine engine,
      OutOfMemory outOfMemory) {
    this.container = container;
    this.first = first;
    this.client = client;
    this.engine = engine;
    this.outOfMemory = outOfMemory;
    this.group = Cgroup.of(first.pid());
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public long pid() {
    return first.pid();
  }

  /** They are the engine's. */
  @Override
  public List<ProcStat> processes() {
    return List.of();
  }

  @Override
  public Optional<Cgroup> group() {
    return group;
  }

  @Override
  public boolean isAlive() {
    return client.isAlive();
  }

  @Override
  public synchronized Optional<String> ending() {
    if (ending.isEmpty()) {
      ending = client.ending().map(this::explained);
    }
    return ending;
  }

  /** The client's end is the container's, unless it was the engine's. */
  private String explained(String clientsEnd) {
    if (wasKilledByLimit()) {
      return outOfMemory.text();
    }
    return Uninterrupted.call(engine::problem)
        .map(problem -> name() + " has lost its engine: " + problem)
        .orElse(clientsEnd);
  }

  private boolean wasKilledByLimit() {
    return Uninterrupted.call(() -> engine.container(container))
        .map(json -> json.path("State").path("OOMKilled"))
        .filter(JsonNode::asBoolean)
        .isPresent();
  }

  @Override
  public synchronized void stop() {
    if (!stopped) {
      stopped = true;
      try {
        remove(container, client, engine);
      } finally {
        // Without its engine a container goes on; the others in it end with its first process.
        first.destroyForcibly();
      }
    }
  }

  /**
   * Ends the client, and by it the container, and removes what is left of that.
   *
   * @throws IllegalStateException when something is left
   */
  static void remove(String container, ProcessTree client, DockerEngine engine) {
    RuntimeException survivor = null;
    try {
      client.stop();
    } catch (RuntimeException alive) {
      survivor = alive;
    }
    Optional<String> problem = Uninterrupted.call(() -> engine.remove(container));
    if (problem.isPresent()) {
      throw new IllegalStateException(
          "container " + container + " cannot be removed: " + problem.get(), survivor);
    }
    if (survivor != null) {
      throw survivor;
    }
  }
}
