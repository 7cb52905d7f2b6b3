package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.sut.manifest.Placeholders;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of {@code bench/kubernetes}, as far as that can be told without a cluster. */
@EnableKubernetesMockClient(crud = true, https = false)
class ManifestsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path FOLDER = ROOT.resolve("bench/kubernetes");
  private static final String KUSTOMIZATION = "kustomization.yaml";

  /**
   * Those that are used here, as https://kubectl.docs.kubernetes.io/references/kustomize has them.
   */
  private static final Set<String> KUSTOMIZATION_KEYS =
      Set.of("apiVersion", "kind", "resources", "labels", "images", "patches", "replicas");

  private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---$");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  KubernetesClient client;

  static List<Path> manifests() throws IOException {
    return files().filter(file -> !file.endsWith(KUSTOMIZATION)).toList();
  }

  static List<Path> kustomizations() throws IOException {
    return files().filter(file -> file.endsWith(KUSTOMIZATION)).toList();
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(FOLDER::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyManifestIsOfAKnownKindAndHasNoUnknownKey(Path file) throws Exception {
    for (HasMetadata manifest : read(Files.readString(FOLDER.resolve(file)))) {
      assertThat(manifest).isNotInstanceOf(GenericKubernetesResource.class);
      assertThat(UnknownKeys.of(manifest)).isEmpty();
    }
  }

  @Test
  void aMisspeltKeyIsFoundWhereverItIs() throws Exception {
    String deployment =
        Files.readString(FOLDER.resolve("base/server/deployment.yaml"))
            .replace("periodSeconds: 1\n", "periodSecond: 1\n")
            .replace("maxSkew:", "maxSkw:");

    assertThat(UnknownKeys.of(read(deployment).getFirst()))
        .containsExactlyInAnyOrder(
            ".spec.template.spec.containers[].startupProbe.periodSecond",
            ".spec.template.spec.topologySpreadConstraints[].maxSkw");
  }

  @Test
  void aClusterTakesThemAll() throws Exception {
    for (Path file : manifests()) {
      for (HasMetadata manifest : read(Files.readString(FOLDER.resolve(file)))) {
        client.resource(manifest).create();
        assertThat(client.resource(manifest).get().getMetadata().getName())
            .isEqualTo(manifest.getMetadata().getName());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void whatAKustomizationNamesIsThere(Path file) throws Exception {
    Path folder = FOLDER.resolve(file).getParent();
    Map<String, Object> kustomization = map(Files.readString(FOLDER.resolve(file)));

    assertThat(KUSTOMIZATION_KEYS).containsAll(kustomization.keySet());
    for (Object resource : list(kustomization, "resources")) {
      Path named = folder.resolve(resource.toString());
      assertThat(Files.isDirectory(named) ? named.resolve(KUSTOMIZATION) : named).isRegularFile();
    }
    for (HasMetadata patch : patches(kustomization)) {
      assertThat(UnknownKeys.of(patch)).isEmpty();
    }
  }

  @Test
  void aTargetsKustomizationStartsItsOwnImageByTheCommandOfItsManifest() throws Exception {
    for (Path file : kustomizations()) {
      if (file.startsWith("targets")) {
        String name = file.getName(1).toString();
        Map<String, Object> kustomization = map(Files.readString(FOLDER.resolve(file)));

        assertThat(list(kustomization, "images"))
            .containsExactly(Map.of("name", "boardbench/server", "newName", "boardbench/" + name));
        TargetManifest target = TargetManifestReader.read(ROOT.resolve("targets").resolve(name));
        assertThat(KubernetesTarget.objections(target)).isEmpty();
        for (HasMetadata patch : patches(kustomization)) {
          Container server =
              ((Deployment) patch).getSpec().getTemplate().getSpec().getContainers().getFirst();
          if (!server.getArgs().isEmpty()) {
            assertThat(server.getArgs()).isEqualTo(start(target));
          }
        }
      }
    }
  }

  @Test
  void theRoleOfARunHasEveryRightThatIsAskedFor() throws Exception {
    Role role =
        read(Files.readString(FOLDER.resolve("fleet/rights.yaml"))).stream()
            .filter(Role.class::isInstance)
            .map(Role.class::cast)
            .findFirst()
            .orElseThrow();
    List<String> granted =
        role.getRules().stream()
            .filter(rule -> rule.getApiGroups().contains(""))
            .flatMap(rule ->
                rule.getResources().stream()
                    .flatMap(
                        resource -> rule.getVerbs().stream().map(verb -> verb + " " + resource)))
            .toList();

    assertThat(granted)
        .containsAll(KubernetesCluster.RIGHTS.stream().map(Object::toString).toList());
  }

  /** As a pod has it: one worker, since there may be several pods. */
  private static List<String> start(TargetManifest target) throws InputException {
    Map<String, String> values = new HashMap<>(target.values(Map.of()));
    values.replace("workers", "1");
    values.put(Placeholders.HOST, "0.0.0.0");
    values.put(Placeholders.PORT, "9000");
    return Placeholders.fill(target.start().command(), values);
  }

  private static List<HasMetadata> patches(Map<String, Object> kustomization) {
    return list(kustomization, "patches").stream()
        .map(patch -> ((Map<?, ?>) patch).get("patch").toString())
        .flatMap(text -> read(text).stream())
        .toList();
  }

  private static List<HasMetadata> read(String text) {
    return DOCUMENT_END
        .splitAsStream(text)
        .map(document -> YAML.<HasMetadata>unmarshal(document))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String text) {
    return YAML.unmarshal(text, Map.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> map, String key) {
    return (List<Object>) map.getOrDefault(key, List.of());
  }
}
