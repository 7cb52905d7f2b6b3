package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.core.ServerText;

/**
 * How far a pod of one container has come, as its status tells.
 *
 * @param words what a reason is made of; empty where there is nothing to say
 */
record PodState(Kind kind, String words) {
  enum Kind {
    STARTING,
    /** Its program accepts connections. */
    STARTED,
    /** It will not start without somebody changing something. */
    BLOCKED,
    OUT_OF_MEMORY,
    ENDED
  }

  /** What the kubelet says of a container that it cannot start, and tries again and again. */
  private static final Set<String> BLOCKS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError",
          "RegistryUnavailable",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  private static final String OOM = "OOMKilled";

  static PodState of(Pod pod) {
    PodStatus status = Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
    Optional<ContainerStatus> container =
        Optional.ofNullable(status.getContainerStatuses()).orElse(List.of()).stream().findFirst();
    ContainerState state = container.map(ContainerStatus::getState).orElseGet(ContainerState::new);
    if (state.getTerminated() != null) {
      return OOM.equals(state.getTerminated().getReason())
          ? new PodState(Kind.OUT_OF_MEMORY, "")
          : new PodState(Kind.ENDED, "exited with status " + state.getTerminated().getExitCode());
    }
    if ("Failed".equals(status.getPhase())) {
      return new PodState(Kind.ENDED, "was ended by the cluster" + said(status));
    }
    if (state.getWaiting() != null) {
      String reason = Optional.ofNullable(state.getWaiting().getReason()).orElse("waits");
      return new PodState(
          BLOCKS.contains(reason) ? Kind.BLOCKED : Kind.STARTING,
          reason + said(state.getWaiting().getMessage()));
    }
    if (container.filter(one -> Boolean.TRUE.equals(one.getStarted())).isPresent()) {
      return new PodState(Kind.STARTED, "");
    }
    return new PodState(Kind.STARTING, unscheduled(status));
  }

  private static String unscheduled(PodStatus status) {
    return Optional.ofNullable(status.getConditions()).orElse(List.of()).stream()
        .filter(one -> "PodScheduled".equals(one.getType()) && "False".equals(one.getStatus()))
        .map(PodCondition::getMessage)
        .map(message -> "no node takes it" + said(message))
        .findFirst()
        .orElse("");
  }

  private static String said(PodStatus status) {
    return said(Optional.ofNullable(status.getMessage()).orElse(status.getReason()));
  }

  private static String said(String message) {
    return message == null || message.isBlank() ? "" : ": " + ServerText.line(message);
  }
}
