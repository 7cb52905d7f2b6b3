package org.boardbench.target.docker;

import java.util.Optional;
import org.boardbench.target.ProcessSet;
import org.boardbench.target.ProcessTree;
import org.boardbench.target.Program;
import org.boardbench.target.cgroup.Cgroup;
import org.boardbench.target.cgroup.OutOfMemory;
import tools.jackson.databind.JsonNode;

/**
 * A container that {@code docker run} started in the foreground: that client lives as long as the
 * container, hands its signals on, ends with its status, and has its output.
 */
final class ContainerProgram implements Program {
  private final String container;
  private final ProcessTree client;
  private final ProcessSet processes;
  private final DockerEngine engine;
  private final OutOfMemory outOfMemory;
  private final long pid;
  private final Optional<Cgroup> group;
  private Optional<String> ending = Optional.empty();
  private boolean stopped;

  /**
   * @param container its name
   * @param pid of its first process, as this machine numbers it
   */
  ContainerProgram(
      String container,
      long pid,
      ProcessTree client,
      ProcessSet processes,
      DockerEngine engine,
      OutOfMemory outOfMemory) {
    this.container = container;
    this.pid = pid;
    this.client = client;
    this.processes = processes;
    this.engine = engine;
    this.outOfMemory = outOfMemory;
    this.group = Cgroup.of(pid);
  }

  @Override
  public String name() {
    return client.name();
  }

  @Override
  public long pid() {
    return pid;
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
      ending = client.ending().map(plain -> wasKilledByLimit() ? outOfMemory.text() : plain);
    }
    return ending;
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
      remove(container, client, processes, engine);
    }
  }

  /** Ends the client, and by it the container, and removes what is left of that. */
  static void remove(
      String container, ProcessTree client, ProcessSet processes, DockerEngine engine) {
    RuntimeException survivor = null;
    try {
      processes.stop(client);
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
