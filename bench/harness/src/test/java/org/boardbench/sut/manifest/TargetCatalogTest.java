package org.boardbench.sut.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.BalancerChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.sut.tools.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetCatalogTest {
  private static final String MANIFEST =
      """
      title: Some
      protocol: raw
      endpoint: { path: /ws, health: /health }
      start: [sh, "{heap}"]
      parameters:
        workers: { default: 2, min: 1, max: 8 }
        heap: { default: 512m }
      """;

  @TempDir Path root;

  @BeforeEach
  void makeTargets() throws IOException {
    write("node-ws", MANIFEST);
    write("fastapi", MANIFEST);
    write("broken", "title: x\n");
    Files.createDirectories(root.resolve("targets/no-manifest"));
  }

  @Test
  void namesTheFoldersWithAManifest() {
    assertThat(new TargetCatalog(root).names()).containsExactly("broken", "fastapi", "node-ws");
  }

  @Test
  void knowsNoTargetsWhereThereIsNoFolder() {
    assertThat(new TargetCatalog(root.resolve("elsewhere")).names()).isEmpty();
  }

  @Test
  void namesTheKnownTargetsWhenAskedForAnother() {
    assertThatThrownBy(() -> new TargetCatalog(root).manifest("nope"))
        .isInstanceOf(InputException.class)
        .hasMessage("targets: unknown target \"nope\"; known: broken, fastapi, node-ws");
    assertThatThrownBy(() -> new TargetCatalog(root).manifest("../targets/node-ws"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void fillsParametersWithDefaultsAndOverrides() throws InputException {
    TargetManifest manifest = new TargetCatalog(root).manifest("node-ws");

    assertThat(manifest.values(Map.of("workers", "4")))
        .containsExactly(Map.entry("workers", "4"), Map.entry("heap", "512m"));
  }

  @Test
  void namesWhatIsWrongWithAllTargetsOfAPlanAtOnce() {
    List<Variant> specs =
        List.of(
            Variant.of("node-ws", Map.of("workers", "9", "wrokers", "1")),
            Variant.of("fastapi", Map.of("workers", "many")),
            Variant.of("nope", Map.of()));

    assertThatThrownBy(() -> new TargetCatalog(root).manifests(specs))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("node-ws.workers: must be from 1 to 8, was 9")
        .hasMessageContaining("node-ws.wrokers: unknown parameter; node-ws has workers, heap")
        .hasMessageContaining("fastapi.workers: must be a whole number, was \"many\"")
        .hasMessageContaining("targets: unknown target \"nope\"");
  }

  @Test
  void givesTheManifestsInThePlansOrder() throws InputException {
    List<Variant> specs = List.of(Variant.of("node-ws", Map.of()), Variant.of("fastapi", Map.of()));

    assertThat(new TargetCatalog(root).manifests(specs).keySet())
        .containsExactly("node-ws", "fastapi");
  }

  private static Variant replicas(String target, int number, BalancerChoice balancer) {
    return Variant.of(target, Map.of())
        .with(Variant.REPLICAS, number)
        .with(Variant.BALANCER, balancer);
  }

  @Test
  void aServerThatNothingJoinsCannotHaveReplicas() {
    assertThatThrownBy(() ->
            new TargetCatalog(root)
                .manifests(List.of(replicas("node-ws", 2, BalancerChoice.DIRECT))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "targets[].replicas: must be 1 of node-ws: nothing joins several servers of node-ws, so"
                + " that each would have boards of its own, was 2");
  }

  @Test
  void aServerThatHasSomethingInFrontOfItNeedsNoBalancer() throws IOException {
    write(
        "fronted",
        """
        title: Some
        protocol: raw
        endpoint: { path: /ws, health: /health, through: front }
        start: [sh]
        companions:
          front: { start: [sh, "{port}"], ready: tcp }
        """);

    assertThatThrownBy(() ->
            new TargetCatalog(root)
                .manifests(List.of(replicas("fronted", 1, BalancerChoice.HAPROXY))))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "targets[].balancer: must be direct of fronted, and its replicas 1: it has front in front"
                + " of it, was haproxy");
  }

  @Test
  void aBalancerIsACompanionThatNeedsItsTool() throws Exception {
    write(
        "joined",
        MANIFEST + "joined-by: redis\ncompanions:\n  redis: { start: [sh], ready: tcp }\n");
    Files.writeString(
        root.resolve("targets/tools.yaml"),
        """
        haproxy: { version: [haproxy, -v], install: get it }
        nginx: { version: [nginx, -v], install: get it }
        """);
    Files.writeString(
        root.resolve("targets/balancers.yaml"),
        """
        requires: { haproxy: 2.6, nginx: 1.20 }
        balancers:
          haproxy: { start: [haproxy, "{port}", "{replicas}", "{health}"], ready: tcp }
          nginx: { start: [nginx], ready: tcp }
        """);

    TargetManifest manifest =
        new TargetCatalog(root)
            .manifests(List.of(replicas("joined", 2, BalancerChoice.HAPROXY)))
            .get("joined");

    assertThat(manifest.replicas().number()).isEqualTo(2);
    assertThat(manifest.companions()).containsOnlyKeys("redis", "haproxy");
    assertThat(manifest.isBalancer("haproxy")).isTrue();
    assertThat(manifest.isBalancer("redis")).isFalse();
    assertThat(manifest.needs().keySet()).extracting(Tool::name).containsExactly("haproxy");
    assertThat(manifest.requires()).as("a build does not depend on it").isEmpty();
  }

  @Test
  void theBalancersThatComeWithTheProgramCanBeReadAndHaveATool() throws InputException {
    assertThat(BalancerReader.read(Path.of("../../targets")))
        .containsOnlyKeys("haproxy", "nginx")
        .allSatisfy((name, balancer) -> assertThat(balancer.requires()).hasSize(1));
  }

  private void write(String name, String yaml) throws IOException {
    Path folder = Files.createDirectories(root.resolve("targets").resolve(name));
    Files.writeString(folder.resolve("target.yaml"), yaml);
  }
}
