package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Function;
import org.boardbench.core.Uninterrupted;

/** Gives every new pod of a cluster without nodes the status that a test wants. */
final class ScriptedKubelet implements AutoCloseable {
  static final String POD_ADDRESS = "10.1.2.3";

  private final KubernetesClient client;
  private final Function<Pod, PodStatus> script;
  private final Thread thread = new Thread(this::run, "kubelet");

  private ScriptedKubelet(KubernetesClient client, Function<Pod, PodStatus> script) {
    this.client = client;
    this.script = script;
  }

  static ScriptedKubelet start(KubernetesClient client, Function<Pod, PodStatus> script) {
    ScriptedKubelet kubelet = new ScriptedKubelet(client, script);
    kubelet.thread.setDaemon(true);
    kubelet.thread.start();
    return kubelet;
  }

  private void run() {
    try {
      while (true) {
        client.pods().list().getItems().stream()
            .filter(pod -> pod.getStatus() == null || pod.getStatus().getPhase() == null)
            .forEach(pod -> give(pod, script.apply(pod)));
        Thread.sleep(5);
      }
    } catch (InterruptedException | KubernetesClientException closed) {
      Thread.currentThread().interrupt();
    }
  }

  void give(Pod pod, PodStatus status) {
    client
        .pods()
        .withName(pod.getMetadata().getName())
        .editStatus(old -> new PodBuilder(old).withStatus(status).build());
  }

  static PodStatus started() {
    return status(
        "Running",
        new ContainerStatusBuilder()
            .withStarted(true)
            .withImageID("sha256:0123")
            .withNewState()
            .withNewRunning()
            .endRunning()
            .endState()
            .build());
  }

  static PodStatus waiting(String reason, String message) {
    return status(
        "Pending",
        new ContainerStatusBuilder()
            .withNewState()
            .withNewWaiting()
            .withReason(reason)
            .withMessage(message)
            .endWaiting()
            .endState()
            .build());
  }

  static PodStatus ended(int status, String reason) {
    return status(
        "Failed",
        new ContainerStatusBuilder()
            .withNewState()
            .withNewTerminated()
            .withExitCode(status)
            .withReason(reason)
            .endTerminated()
            .endState()
            .build());
  }

  private static PodStatus status(String phase, ContainerStatus container) {
    return new PodStatusBuilder()
        .withPhase(phase)
        .withPodIP(POD_ADDRESS)
        .withContainerStatuses(container)
        .build();
  }

  @Override
  public void close() {
    thread.interrupt();
    Uninterrupted.run(thread::join);
  }
}
