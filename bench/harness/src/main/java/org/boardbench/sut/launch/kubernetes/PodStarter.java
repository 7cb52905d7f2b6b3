package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Program;
import org.boardbench.sut.launch.ProgramStarter;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.process.LaunchException;

/** Starts the programs of one launch of a target as pods. */
final class PodStarter implements ProgramStarter {
  private static final String ANYWHERE = "0.0.0.0";

  /** Where the images of targets have what is started, and where those on Java have their JDK. */
  private static final Map<String, String> PLACES =
      Placeholders.places("/app", "/opt/java/openjdk");

  private static final long POLL_MS = 200;
  private static final int REASON_LINES = 5;

  private final KubernetesCluster cluster;
  private final String launch;
  private final Map<String, String> images;
  private final LimitsSpec limits;
  private final Duration readyDeadline;
  private final long deadlineNs;

  /** The addresses of pods that have been started. */
  private final Map<String, String> addresses = new HashMap<>();

  /**
   * @param launch what the names of its pods begin with
   * @param images by component
   * @param limits of each component
   * @param readyDeadline from now until all of it is ready
   */
  PodStarter(
      KubernetesCluster cluster,
      String launch,
      Map<String, String> images,
      LimitsSpec limits,
      Duration readyDeadline) {
    this.cluster = cluster;
    this.launch = launch;
    this.images = Map.copyOf(images);
    this.limits = limits;
    this.readyDeadline = readyDeadline;
    this.deadlineNs = System.nanoTime() + readyDeadline.toNanos();
  }

  @Override
  public Map<String, String> places(String component) {
    return PLACES;
  }

  @Override
  public String listensOn(String component) {
    return ANYWHERE;
  }

  @Override
  public String host(String component, int replica) {
    return pod(component, replica) + "." + cluster.domain();
  }

  @Override
  public String hostForUsers(String component, int replica) {
    return cluster.isInside() ? addresses.get(pod(component, replica)) : LoopbackPorts.HOST;
  }

  @Override
  public boolean isElsewhere() {
    return true;
  }

  private String pod(String component, int replica) {
    return launch + "-" + component + "-" + replica;
  }

  @Override
  public Program start(Spec spec) throws IOException, LaunchException, InterruptedException {
    String name = pod(spec.component(), spec.replica());
    PodProgram program = new PodProgram(cluster, name, spec, limits);
    try {
      cluster.create(
          cluster
              .objects()
              .pod(name, spec, images.get(spec.component()), limits, readyDeadline.toSeconds()));
      Pod running = awaitStarted(name, spec);
      addresses.put(name, running.getStatus().getPodIP());
      note(spec, running);
      program.attach();
      return program;
    } catch (KubernetesClientException refused) {
      LaunchException failed =
          new LaunchException(
              spec.name() + " cannot be started as a pod: " + ClusterErrors.words(refused),
              refused);
      undo(program, failed);
      ClusterErrors.throwIfInterrupted();
      throw failed;
    } catch (IOException | LaunchException | InterruptedException | RuntimeException failed) {
      undo(program, failed);
      throw failed;
    }
  }

  /** What went wrong first is what is said. */
  private static void undo(PodProgram program, Exception failed) {
    try {
      program.stop();
    } catch (RuntimeException left) {
      failed.addSuppressed(left);
    }
  }

  /** Whom the cluster chose, and what it really runs. */
  private static void note(Spec spec, Pod running) throws IOException {
    String image =
        running.getStatus().getContainerStatuses().stream()
            .map(status -> Optional.ofNullable(status.getImageID()).orElse("unknown"))
            .findFirst()
            .orElse("unknown");
    Files.write(
        spec.log(),
        "pod %s on node %s, image %s%n"
            .formatted(running.getMetadata().getName(), running.getSpec().getNodeName(), image)
            .getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Pod awaitStarted(String name, Spec spec) throws LaunchException, InterruptedException {
    while (true) {
      Pod pod = cluster.pod(name).get();
      if (pod == null) {
        throw new LaunchException(spec.name() + ": its pod " + name + " was removed");
      }
      PodState state = PodState.of(pod);
      switch (state.kind()) {
        case STARTED -> {
          return pod;
        }
        case BLOCKED ->
            throw new LaunchException(
                spec.name()
                    + " cannot be started from image "
                    + images.get(spec.component())
                    + ": "
                    + state.words());
        case OUT_OF_MEMORY, ENDED ->
            throw LaunchException.withOutput(
                spec.name()
                    + (state.kind() == PodState.Kind.ENDED
                        ? " " + state.words()
                        : " was killed at its limit of memory"),
                output(name));
        case STARTING -> {
          if (System.nanoTime() - deadlineNs > 0) {
            throw LaunchException.withOutput(
                spec.name()
                    + " has not started as a pod after "
                    + readyDeadline.toSeconds()
                    + " s"
                    + (state.words().isEmpty() ? "" : ": " + state.words()),
                output(name));
          }
          Thread.sleep(POLL_MS);
        }
      }
    }
  }

  /** The last lines of a pod to which nobody listens yet. */
  private List<String> output(String name) {
    try {
      return cluster.pod(name).tailingLines(REASON_LINES).getLog().lines().toList();
    } catch (KubernetesClientException none) {
      return List.of();
    }
  }
}
