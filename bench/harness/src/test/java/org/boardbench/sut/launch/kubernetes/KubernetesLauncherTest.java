package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetricsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.sampling.Component;
import org.boardbench.junit.Patience;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifest.Balancer;
import org.boardbench.sut.manifest.TargetManifest.CompanionManifest;
import org.boardbench.sut.manifest.TargetManifest.Replicas;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.MortalHarness;
import org.boardbench.sut.process.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target as pods, in a cluster that keeps objects and has no nodes. */
@Timeout(300)
@EnableKubernetesMockClient(crud = true, https = false)
class KubernetesLauncherTest {
  @TempDir Path temporary;

  KubernetesMockServer server;
  KubernetesClient client;

  private KubernetesCluster cluster;

  @BeforeEach
  void findTheCluster() {
    cluster = new KubernetesCluster(server.createClient(), false, (pod, port) -> answering(port));
  }

  @AfterEach
  void closeEverything() {
    cluster.close();
  }

  /** What is forwarded is a server that is healthy. */
  private AutoCloseable answering(int port) {
    try {
      HttpServer server = HttpServer.create(LoopbackPorts.address(port), 0);
      server.createContext(
          "/health",
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return () -> server.stop(0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  @Test
  void bringsUpATargetWithItsCompanionAndRemovesBoth() throws Exception {
    try (ScriptedKubelet _ = running()) {
      RunningTarget target = launch(LimitsSpec.NONE);

      assertThat(target.isAlive()).isTrue();
      assertThat(target.isElsewhere()).isTrue();
      assertThat(target.components())
          .extracting(Component::name)
          .containsExactly("server", "store");
      assertThat(target.endpoint().uri().getHost()).isEqualTo("127.0.0.1");
      assertThat(pods()).hasSize(2);
      assertThat(services()).hasSize(1);
      assertThat(Files.readString(log())).contains("image sha256:0123");

      target.close();
      target.close();

      assertThat(target.isAlive()).isFalse();
      assertThat(pods()).isEmpty();
    }
  }

  @Test
  void everyProgramListensEverywhereAndFindsOthersByTheNamesOfTheirPods() throws Exception {
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(LimitsSpec.NONE)) {
      Pod server = pod("server");
      String store = pod("store").getMetadata().getName();
      Map<String, String> variables =
          container(server).getEnv().stream()
              .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));

      assertThat(variables)
          .containsEntry("HOST", "0.0.0.0")
          .containsEntry("PORT", Integer.toString(target.endpoint().port()))
          .containsEntry("STORE_HOST", store + "." + services().getFirst().getMetadata().getName());
      assertThat(server.getSpec().getHostname()).isEqualTo(server.getMetadata().getName());
      assertThat(server.getSpec().getSubdomain())
          .isEqualTo(services().getFirst().getMetadata().getName());
      assertThat(container(server).getImage()).isEqualTo("boardbench/contained");
      assertThat(container(server).getArgs()).containsExactly("node", "server.js");
      assertThat(container(pod("store")).getImage()).isEqualTo("node:20-bookworm-slim");
    }
  }

  @Test
  void aDollarOfACommandReachesTheProgramAsItIs() throws Exception {
    TargetManifest manifest = Specimens.manifest("contained");
    Balancer balancer =
        new Balancer(
            "front",
            new CompanionManifest(
                List.of("sh", "-c", "echo $$ $(date)", "{replicas}"),
                Optional.of("front:1"),
                Optional.empty(),
                Map.of()),
            Map.of());
    TargetManifest two = manifest.with(new Replicas(2, Optional.of(balancer)));
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(two, LimitsSpec.NONE)) {
      List<String> args = container(pod("front")).getArgs();
      List<String> servers =
          pods().stream()
              .filter(pod -> component(pod).equals("server"))
              .map(pod ->
                  pod.getMetadata().getName()
                      + "."
                      + pod.getSpec().getSubdomain()
                      + ":"
                      + container(pod).getPorts().getFirst().getContainerPort())
              .toList();

      assertThat(args.get(2)).isEqualTo("echo $$$$ $$(date)");
      assertThat(args.get(3).split(" ", -1)).containsExactlyInAnyOrderElementsOf(servers);
      assertThat(target.endpoint().port())
          .isEqualTo(container(pod("front")).getPorts().getFirst().getContainerPort());
    }
  }

  @Test
  void insideTheClusterUsersConnectToThePodItself() throws Exception {
    cluster.close();
    cluster = new KubernetesCluster(server.createClient(), true, (pod, port) -> answering(port));
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(LimitsSpec.NONE)) {
      assertThat(target.endpoint().uri().getHost()).isEqualTo(ScriptedKubelet.POD_ADDRESS);
      assertThat(cluster.wayToServers()).isEqualTo("pod address");
    }
  }

  @Test
  void aLimitIsWhatEveryPodAsksForAndWhatItMayUse() throws Exception {
    LimitsSpec limits = new LimitsSpec(OptionalDouble.of(1.5), OptionalLong.of(512L << 20));
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(limits)) {
      for (Pod pod : pods()) {
        assertThat(container(pod).getResources().getLimits())
            .containsOnly(
                entry("cpu", new Quantity("1.5")), entry("memory", new Quantity("536870912")));
        assertThat(container(pod).getResources().getRequests())
            .isEqualTo(container(pod).getResources().getLimits());
      }
      assertThat(target.components().getFirst().group().orElseThrow().memoryLimitBytes())
          .hasValue(512L << 20);
    }
  }

  @Test
  void itsOutputAndItsUseOfCpuAndMemoryAreWhatTheClusterTells() throws Exception {
    String name = cluster.domain() + "-1-server-1";
    server
        .expect()
        .get()
        .withPath("/api/v1/namespaces/test/pods/" + name + "/log?pretty=false&follow=true")
        .andReturn(200, "hello from a pod\n")
        .always();
    server
        .expect()
        .get()
        .withPath("/apis/metrics.k8s.io/v1beta1/namespaces/test/pods/" + name)
        .andReturn(
            200,
            new PodMetricsBuilder()
                .addNewContainer()
                .withUsage(Map.of("cpu", new Quantity("250m"), "memory", new Quantity("64Mi")))
                .endContainer()
                .build())
        .always();
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(LimitsSpec.NONE)) {
      Cgroup group = target.components().getFirst().group().orElseThrow();

      Patience.await("a line", () -> target.lastLines(9).contains("hello from a pod"));
      Patience.await("a figure", () -> group.usage().memoryBytes().isPresent());
      assertThat(group.usage().memoryBytes()).hasValue(64 << 20);
      assertThat(group.usage().cpuNs()).isPresent();
      assertThat(group.source()).isEqualTo("metrics.k8s.io");
    }
  }

  @Test
  void anImageThatCannotBePulledFailsTheLaunchWithTheReason() throws Exception {
    try (ScriptedKubelet _ =
        ScriptedKubelet.start(
            client,
            pod ->
                component(pod).equals("server")
                    ? ScriptedKubelet.waiting("ErrImagePull", "manifest unknown")
                    : ScriptedKubelet.started())) {
      assertThatThrownBy(() -> launch(LimitsSpec.NONE))
          .isInstanceOf(LaunchException.class)
          .hasMessage(
              "contained cannot be started from image boardbench/contained: ErrImagePull: manifest"
                  + " unknown");
      assertThat(pods()).isEmpty();
    }
  }

  @Test
  void aPodForWhichThereIsNoNodeFailsTheLaunchAtTheDeadline() throws Exception {
    assertThatThrownBy(
            () -> launch(Specimens.manifest("contained"), LimitsSpec.NONE, Duration.ofSeconds(1)))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("store has not started as a pod after 1 s");
    assertThat(pods()).isEmpty();
  }

  @Test
  void aServerThatEndsIsAFailureWithItsStatus() throws Exception {
    assertThat(failureOnceTheServerHas(ScriptedKubelet.ended(3, "Error")))
        .isEqualTo("contained exited with status 3");
  }

  @Test
  void aServerThatIsKilledAtItsLimitIsAFailureThatSaysSo() throws Exception {
    assertThat(failureOnceTheServerHas(ScriptedKubelet.ended(137, "OOMKilled")))
        .isEqualTo("server: out of memory: killed by the kernel");
  }

  @Test
  void aPodThatSomebodyElseRemovesIsAFailure() throws Exception {
    try (ScriptedKubelet _ = running();
        RunningTarget target = launch(LimitsSpec.NONE)) {
      String server = pod("server").getMetadata().getName();

      client.pods().withName(server).delete();

      Patience.await("the pod is missed", () -> !target.isAlive());
      assertThat(target.failure()).hasValue("contained: its pod " + server + " was removed");
    }
  }

  private String failureOnceTheServerHas(PodStatus status) throws Exception {
    try (ScriptedKubelet kubelet = running();
        RunningTarget target = launch(LimitsSpec.NONE)) {
      kubelet.give(pod("server"), status);
      Patience.await("the end is seen", () -> !target.isAlive());
      return target.failure().orElseThrow();
    }
  }

  @Test
  void theEndOfARunRemovesAllThatItHasMadeAndNothingElse() throws Exception {
    client.pods().resource(somebodyElses("other")).create();
    try (ScriptedKubelet _ = running()) {
      assertThat(launch(LimitsSpec.NONE).isAlive()).isTrue();
      assertThat(pods()).hasSize(3);
      assertThat(services()).hasSize(1);
    }

    cluster.removeAll();

    assertThat(pods()).extracting(pod -> pod.getMetadata().getName()).containsExactly("other");
    assertThat(services()).isEmpty();
  }

  @Test
  void removesThePodsOfAHarnessThatLivesNoMoreAndNoOthers() throws Exception {
    MortalHarness harness = new MortalHarness();
    Pod left =
        new PodBuilder(somebodyElses("left"))
            .editMetadata()
            .withLabels(Labels.of("boardbench-dead"))
            .withAnnotations(Map.of(Labels.MARKER, harness.marker().value()))
            .endMetadata()
            .build();
    client.pods().resource(left).create();
    client.pods().resource(somebodyElses("other")).create();

    assertThat(cluster.removeLeftovers()).isEmpty();
    harness.kill();

    assertThat(cluster.removeLeftovers()).containsExactly("left");
    assertThat(pods()).extracting(pod -> pod.getMetadata().getName()).containsExactly("other");
  }

  @Test
  void removesTheServiceOfAHarnessThatDiedBetweenTwoTrials() throws Exception {
    MortalHarness harness = new MortalHarness();
    PodObjects objects = new PodObjects("boardbench-dead", harness.marker().value());
    client.services().resource(objects.service()).create();

    assertThat(cluster.removeLeftovers()).isEmpty();
    assertThat(services()).hasSize(1);
    harness.kill();

    assertThat(cluster.removeLeftovers()).isEmpty();
    assertThat(services()).isEmpty();
  }

  private static Pod somebodyElses(String name) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withStatus(ScriptedKubelet.started())
        .build();
  }

  private ScriptedKubelet running() {
    Function<Pod, PodStatus> started = pod -> ScriptedKubelet.started();
    return ScriptedKubelet.start(client, started);
  }

  private RunningTarget launch(LimitsSpec limits) throws Exception {
    return launch(Specimens.manifest("contained"), limits);
  }

  private RunningTarget launch(TargetManifest manifest, LimitsSpec limits) throws Exception {
    return launch(manifest, limits, Patience.TIME);
  }

  private RunningTarget launch(TargetManifest manifest, LimitsSpec limits, Duration deadline)
      throws Exception {
    return new KubernetesTarget(manifest, cluster, Optional.empty())
        .launcher(Map.of(), limits, new LoopbackPorts())
        .launch(log(), deadline, Duration.ofSeconds(5));
  }

  private Path log() {
    return temporary.resolve("log");
  }

  private List<Pod> pods() {
    return client.pods().list().getItems();
  }

  private List<Service> services() {
    return client.services().list().getItems();
  }

  private Pod pod(String component) {
    return pods().stream()
        .filter(pod -> component(pod).equals(component))
        .findFirst()
        .orElseThrow();
  }

  private static String component(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getLabels())
        .map(labels -> labels.get(Labels.COMPONENT))
        .orElse("");
  }

  private static Container container(Pod pod) {
    return pod.getSpec().getContainers().getFirst();
  }
}
