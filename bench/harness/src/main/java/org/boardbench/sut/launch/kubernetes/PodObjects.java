package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.ProgramStarter;

/** The objects of a run in a cluster: a service that gives its pods names, and a pod a program. */
final class PodObjects {
  private final String run;
  private final String marker;

  /**
   * @param run its id, which is the service's name too
   * @param marker who made them
   */
  PodObjects(String run, String marker) {
    this.run = run;
    this.marker = marker;
  }

  /** Without an address of its own: a pod is found as {@code <pod>.<run>}, ready or not. */
  Service service() {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(run)
        .withLabels(Labels.of(run))
        .withAnnotations(Map.of(Labels.MARKER, marker))
        .endMetadata()
        .withNewSpec()
        .withClusterIP("None")
        .withPublishNotReadyAddresses(true)
        .withSelector(Map.of(Labels.RUN, run))
        .endSpec()
        .build();
  }

  /**
   * A pod that is started once: a server that ends is to be seen, not to be started again. Only
   * until its port is open is it asked whether it lives: later such questions would be load. The
   * cluster puts nothing into its environment: the port of a service called redis would be taken
   * for a setting.
   *
   * @param readySeconds how long it may take until its port is open
   */
  Pod pod(
      String name, ProgramStarter.Spec spec, String image, LimitsSpec limits, long readySeconds) {
    Map<String, String> labels = new HashMap<>(Labels.of(run));
    labels.put(Labels.COMPONENT, spec.component());
    Map<String, Quantity> resources = resources(limits);
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(labels)
        .withAnnotations(Map.of(Labels.MARKER, marker))
        .endMetadata()
        .withNewSpec()
        .withHostname(name)
        .withSubdomain(run)
        .withRestartPolicy("Never")
        .withTerminationGracePeriodSeconds(Math.max(1, spec.stopDeadline().toSeconds()))
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .addNewContainer()
        .withName(spec.component())
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withArgs(spec.words().stream().map(PodObjects::literal).toList())
        .withEnv(variables(spec.environment()))
        .addNewPort()
        .withContainerPort(spec.port())
        .endPort()
        .withNewResources()
        .withRequests(resources)
        .withLimits(resources)
        .endResources()
        .withNewStartupProbe()
        .withPeriodSeconds(1)
        .withFailureThreshold((int) Math.max(1, readySeconds))
        .withNewTcpSocket()
        .withPort(new IntOrString(spec.port()))
        .endTcpSocket()
        .endStartupProbe()
        .withSecurityContext(security(spec.component()))
        .endContainer()
        .endSpec()
        .build();
  }

  /** Official images of companions begin as root and become another user, which takes rights. */
  private static SecurityContext security(String component) {
    SecurityContextBuilder builder =
        new SecurityContextBuilder().withAllowPrivilegeEscalation(false);
    return component.equals(Component.SERVER)
        ? builder.withNewCapabilities().withDrop("ALL").endCapabilities().build()
        : builder.build();
  }

  private static List<EnvVar> variables(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .map(variable ->
                new EnvVarBuilder()
                    .withName(variable.getKey())
                    .withValue(literal(variable.getValue()))
                    .build())
            .toList();
  }

  /**
   * In values and arguments a cluster fills in {@code $(NAME)}, and reads {@code $$} as a dollar.
   */
  private static String literal(String text) {
    return text.replace("$", "$$");
  }

  /** What it asks for is what it may use: so it has that for itself, and no more. */
  private static Map<String, Quantity> resources(LimitsSpec limits) {
    Map<String, Quantity> resources = new HashMap<>();
    limits
        .cpus()
        .ifPresent(
            cores -> resources.put("cpu", new Quantity(BigDecimal.valueOf(cores).toPlainString())));
    limits
        .memoryBytes()
        .ifPresent(bytes -> resources.put("memory", new Quantity(Long.toString(bytes))));
    return resources;
  }
}
