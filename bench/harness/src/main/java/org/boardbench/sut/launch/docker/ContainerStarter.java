package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.cgroup.OutOfMemory;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Program;
import org.boardbench.sut.launch.ProgramStarter;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.LogTail;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;
import org.boardbench.sut.process.TrialMarker;
import tools.jackson.databind.JsonNode;

/** Starts the programs of a target as containers on the host's network. */
final class ContainerStarter implements ProgramStarter {
  private static final long POLL_MS = 20;
  private static final long START_DEADLINE_NS = 30_000_000_000L;
  private static final int REASON_LINES = 5;

  private final Map<String, DockerImage> images;
  private final Map<String, String> cpus;
  private final LimitsSpec limits;
  private final HostEnvironment host;
  private final ProcessSet processes;
  private final DockerEngine engine;

  /**
   * @param images by component
   * @param cpus to which a component is pinned; those that are not may run anywhere
   * @param limits of each component
   */
  ContainerStarter(
      Map<String, DockerImage> images,
      Map<String, String> cpus,
      LimitsSpec limits,
      HostEnvironment host,
      ProcessSet processes) {
    this.images = Map.copyOf(images);
    this.cpus = Map.copyOf(cpus);
    this.limits = limits;
    this.host = host.forDocker();
    this.processes = processes;
    this.engine = new DockerEngine(host);
  }

  @Override
  public Map<String, String> places(String component) {
    return images.get(component).places();
  }

  @Override
  public Program start(Spec spec) throws IOException, LaunchException, InterruptedException {
    TrialMarker marker = TrialMarker.next();
    String container = "boardbench-" + marker.folderName();
    LogTail output = LogTail.startingNow(spec.log());
    ProcessTree client =
        processes.start(
            new ProcessTree.Command(
                spec.name(),
                command(spec, container, marker),
                host.root(),
                host.variables(),
                spec.log(),
                spec.stopDeadline()));
    try {
      return new ContainerProgram(
          container,
          awaitFirstProcess(container, client, output),
          client,
          engine,
          new OutOfMemory(spec.component(), limits.memoryBytes()));
    } catch (LaunchException | InterruptedException | RuntimeException failed) {
      undo(container, client, failed);
      throw failed;
    }
  }

  /** What went wrong first is what is said. */
  private void undo(String container, ProcessTree client, Exception failed) {
    try {
      ContainerProgram.remove(container, client, engine);
    } catch (RuntimeException left) {
      failed.addSuppressed(left);
    }
  }

  /**
   * The network is the host's, because what goes through a published port is measured with Docker's
   * proxy in between; no health check, because it would start a process in the container again and
   * again; no swap, because its use would hide that memory was too little.
   */
  private List<String> command(Spec spec, String container, TrialMarker marker) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(DockerEngine.PROGRAM, "run", "--name", container));
    words.addAll(List.of("--label", Labels.TRIAL + "=" + marker.value()));
    words.addAll(List.of("--pull", "never", "--network", "host", "--no-healthcheck"));
    if (cpus.containsKey(spec.component())) {
      words.addAll(List.of("--cpuset-cpus", cpus.get(spec.component())));
    }
    limits.cpus().ifPresent(cores -> words.addAll(List.of("--cpus", Double.toString(cores))));
    limits
        .memoryBytes()
        .ifPresent(
            bytes -> words.addAll(List.of("--memory", bytes + "b", "--memory-swap", bytes + "b")));
    spec.environment().forEach((key, value) -> words.addAll(List.of("--env", key + "=" + value)));
    words.add(images.get(spec.component()).id());
    words.addAll(spec.words());
    return words;
  }

  private ProcessHandle awaitFirstProcess(String container, ProcessTree client, LogTail output)
      throws LaunchException, InterruptedException {
    long startNs = System.nanoTime();
    while (true) {
      Optional<String> ending = client.ending();
      Optional<JsonNode> state = engine.container(container).map(json -> json.path("State"));
      long pid = state.map(json -> json.path("Pid").asLong(0)).orElse(0L);
      Optional<ProcessHandle> first = pid > 0 ? ProcessHandle.of(pid) : Optional.empty();
      if (first.isPresent()) {
        return first.get();
      }
      if (ending.isPresent()) {
        Optional<String> problem = engine.problem();
        if (problem.isPresent()) {
          throw new LaunchException(client.name() + ": " + problem.get());
        }
        throw LaunchException.withOutput(ending.get(), output.lines(REASON_LINES));
      }
      if (System.nanoTime() - startNs > START_DEADLINE_NS) {
        throw new LaunchException(
            pid > 0
                ? client.name()
                    + " runs where its processes cannot be seen: the engine must be this"
                    + " machine's own"
                : client.name() + ": the engine does not start its container");
      }
      Thread.sleep(POLL_MS);
    }
  }
}
