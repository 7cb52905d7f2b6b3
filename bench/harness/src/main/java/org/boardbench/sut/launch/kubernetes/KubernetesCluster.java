package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.core.ServerText;
import org.boardbench.core.Uninterrupted;
import org.boardbench.input.Problem;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.TrialMarker;

/**
 * A namespace of a cluster, in which one run has its pods. Whatever ends the harness (its last
 * line, an exception, Ctrl-C, SIGTERM) removes them, by their label. Thread-safe.
 */
public final class KubernetesCluster implements AutoCloseable {
  static final String KEY = "kubernetes";

  /** It is there in every pod that may speak to the cluster. */
  private static final Path SERVICE_ACCOUNT =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  /** Where the client looks when nothing tells of a cluster. */
  private static final String NOWHERE = "kubernetes.default.svc";

  private static final int CONNECT_TIMEOUT_MS = 5_000;
  private static final int ANSWER_TIMEOUT_MS = 10_000;

  /** What a run does there: verb, resource, and the part of it. */
  static final List<Right> RIGHTS =
      List.of(
          new Right("create", "services", ""),
          new Right("list", "services", ""),
          new Right("deletecollection", "services", ""),
          new Right("create", "pods", ""),
          new Right("get", "pods", ""),
          new Right("list", "pods", ""),
          new Right("delete", "pods", ""),
          new Right("deletecollection", "pods", ""),
          new Right("get", "pods", "log"),
          new Right("create", "pods", "portforward"),
          new Right("get", "pods", "portforward"));

  private final KubernetesClient client;
  private final boolean isInside;
  private final Forwarding forwarding;
  private final String namespace;
  private final String run = newRun();
  private final PodObjects objects = new PodObjects(run, TrialMarker.next().value());
  private final AtomicInteger launches = new AtomicInteger();
  private final Thread end = new Thread(this::removeAll, "end-pods");
  private boolean hasService;
  private boolean isClosed;

  record Right(String verb, String resource, String part) {
    @Override
    public String toString() {
      return verb + " " + resource + (part.isEmpty() ? "" : "/" + part);
    }
  }

  /** Has a port of this machine that is a pod's port of the same number, until it is closed. */
  @FunctionalInterface
  interface Forwarding {
    AutoCloseable open(PodResource pod, int port);
  }

  /**
   * @param isInside whether this harness is a pod of the cluster
   */
  KubernetesCluster(KubernetesClient client, boolean isInside, Forwarding forwarding) {
    this.client = client;
    this.isInside = isInside;
    this.forwarding = forwarding;
    this.namespace = Optional.ofNullable(client.getNamespace()).orElse("default");
    Runtime.getRuntime().addShutdownHook(end);
  }

  /** The one that the harness is in, else the one of the kubeconfig's current context. */
  public static KubernetesCluster current() throws LaunchException {
    boolean isInside = Files.isDirectory(SERVICE_ACCOUNT);
    Config config;
    try {
      config =
          new ConfigBuilder(Config.autoConfigure(null))
              .withConnectionTimeout(CONNECT_TIMEOUT_MS)
              .withRequestTimeout(ANSWER_TIMEOUT_MS)
              .withRequestRetryBackoffLimit(1)
              .build();
    } catch (RuntimeException unreadable) {
      throw new LaunchException(
          "its kubeconfig cannot be read: "
              + ServerText.line(String.valueOf(unreadable.getMessage())),
          unreadable);
    }
    if (!isInside && config.getMasterUrl().contains(NOWHERE)) {
      throw new LaunchException(
          "no cluster is named: $KUBECONFIG or ~/.kube/config has to have a current context");
    }
    return new KubernetesCluster(
        new KubernetesClientBuilder().withConfig(config).build(),
        isInside,
        (pod, port) -> pod.portForward(port, LoopbackPorts.address(port).getAddress(), port));
  }

  private static String newRun() {
    return "boardbench-%08x".formatted(ThreadLocalRandom.current().nextInt());
  }

  /** Why no pod can be started; none when nothing is in the way. */
  public List<Problem> problems() {
    try {
      client.getKubernetesVersion();
    } catch (KubernetesClientException silent) {
      return problem(
          "no cluster answers at %s: %s"
              .formatted(client.getMasterUrl(), ClusterErrors.words(silent)));
    }
    try {
      if (client.namespaces().withName(namespace).get() == null) {
        return problem(
            "has no namespace %1$s: run kubectl create namespace %1$s".formatted(namespace));
      }
    } catch (KubernetesClientException unanswered) {
      // Who may not look at namespaces may still work in one.
      if (!ClusterErrors.isForbidden(unanswered)) {
        return problem(ClusterErrors.words(unanswered));
      }
    }
    return missingRights();
  }

  private List<Problem> missingRights() {
    List<String> missing = new ArrayList<>();
    try {
      for (Right right : RIGHTS) {
        if (!isGranted(right)) {
          missing.add(right.toString());
        }
      }
    } catch (KubernetesClientException unanswered) {
      return problem(ClusterErrors.words(unanswered));
    }
    return missing.isEmpty()
        ? List.of()
        : problem(
            "does not let you %s in namespace %s: bench/kubernetes/fleet/rights.yaml has a role"
                    .formatted(String.join(", ", missing), namespace)
                + " with all that a run needs");
  }

  private boolean isGranted(Right right) {
    SelfSubjectAccessReview asked =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withNamespace(namespace)
            .withVerb(right.verb())
            .withResource(right.resource())
            .withSubresource(right.part().isEmpty() ? null : right.part())
            .endResourceAttributes()
            .endSpec()
            .build();
    SelfSubjectAccessReview answer =
        client.authorization().v1().selfSubjectAccessReview().create(asked);
    return answer.getStatus() != null && Boolean.TRUE.equals(answer.getStatus().getAllowed());
  }

  private static List<Problem> problem(String words) {
    return List.of(new Problem(KEY, words));
  }

  /** Its version, as it says it itself. */
  public String version() {
    return Optional.ofNullable(client.getKubernetesVersion().getGitVersion()).orElse("unknown");
  }

  /** How users get to a server, for {@code run.json}. */
  public String wayToServers() {
    return isInside ? "pod address" : "port forward";
  }

  /** Whether users connect to pods themselves, and not through the cluster's own server. */
  public boolean isInside() {
    return isInside;
  }

  PodObjects objects() {
    return objects;
  }

  /** What the names of the next launch's pods begin with. */
  String nextLaunch() {
    return run + "-" + launches.incrementAndGet();
  }

  /** By which the pods of a run find each other. */
  String domain() {
    return run;
  }

  AutoCloseable forward(String pod, int port) {
    return forwarding.open(pod(pod), port);
  }

  PodResource pod(String name) {
    return client.pods().inNamespace(namespace).withName(name);
  }

  /** Starts a pod, and before the first one the service that gives pods their names. */
  synchronized void create(Pod pod) throws LaunchException {
    if (isClosed) {
      throw new LaunchException("no pod is started any more: the harness is ending");
    }
    if (!hasService) {
      client.services().inNamespace(namespace).resource(objects.service()).create();
      hasService = true;
    }
    client.pods().inNamespace(namespace).resource(pod).create();
  }

  /** What the cluster's metrics tell of a pod; empty where it has none, or none yet. */
  Optional<PodMeter.Reading> reading(String pod) {
    try {
      List<ContainerMetrics> containers =
          client.top().pods().metrics(namespace, pod).getContainers();
      return containers.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new PodMeter.Reading(
                  sum(containers, "cpu").doubleValue(), sum(containers, "memory").longValue()));
    } catch (KubernetesClientException none) {
      return Optional.empty();
    }
  }

  private static BigDecimal sum(List<ContainerMetrics> containers, String resource) {
    return containers.stream()
        .flatMap(one -> Optional.ofNullable(one.getUsage().get(resource)).stream())
        .map(Quantity::getNumericalAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Removes what an earlier harness of this machine left behind because it was killed with no time
   * to end it.
   *
   * @return the names of the pods
   */
  public List<String> removeLeftovers() {
    List<Pod> pods = left(client.pods().inNamespace(namespace));
    // Between two trials a run has its service alone.
    List<Service> services = left(client.services().inNamespace(namespace));
    Stream.concat(pods.stream(), services.stream())
        .map(made -> made.getMetadata().getLabels().getOrDefault(Labels.RUN, ""))
        .filter(id -> !id.isEmpty())
        .distinct()
        .forEach(this::remove);
    return pods.stream().map(pod -> pod.getMetadata().getName()).toList();
  }

  private static <T extends HasMetadata, L extends KubernetesResourceList<T>> List<T> left(
      FilterWatchListDeletable<T, L, ?> made) {
    return made.withLabel(Labels.MANAGER, Labels.HARNESS).list().getItems().stream()
        .filter(KubernetesCluster::isOfDeadHarness)
        .toList();
  }

  private static boolean isOfDeadHarness(HasMetadata made) {
    return Optional.ofNullable(made.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(Labels.MARKER))
        .flatMap(TrialMarker::parse)
        .filter(TrialMarker::isOfDeadHarness)
        .isPresent();
  }

  private void remove(String id) {
    client.pods().inNamespace(namespace).withLabel(Labels.RUN, id).withGracePeriod(0).delete();
    client.services().inNamespace(namespace).withLabel(Labels.RUN, id).delete();
  }

  private void removeOwn() throws InterruptedException {
    try {
      remove(run);
    } catch (KubernetesClientException refused) {
      ClusterErrors.throwIfInterrupted();
      throw new IllegalStateException(
          "what is left of the run in namespace %s cannot be removed (%s); once that is mended: kubectl delete pods,services -l %s=%s"
              .formatted(namespace, ClusterErrors.words(refused), Labels.RUN, run),
          refused);
    }
  }

  /** Removes all that this run has made there. Later calls do nothing. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException isEnding) {
      // Then the hook runs, and this waits for it.
    }
    removeAll();
  }

  /** What the end of the harness does, if nothing has done it before. */
  synchronized void removeAll() {
    if (!isClosed) {
      isClosed = true;
      try (client) {
        if (hasService) {
          Uninterrupted.run(this::removeOwn);
        }
      }
    }
  }
}
