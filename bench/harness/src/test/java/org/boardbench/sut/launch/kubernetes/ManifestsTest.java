package org.boardbench.sut.launch.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
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
  void aTargetsKustomizationStartsItsOwnImageByTheCommandAndSettingsOfItsManifest()
      throws Exception {
    for (Path file : kustomizations()) {
      if (file.startsWith("targets")) {
        String name = file.getName(1).toString();
        Map<String, Object> kustomization = map(Files.readString(FOLDER.resolve(file)));

        assertThat(list(kustomization, "images"))
            .containsExactly(Map.of("name", "boardbench/server", "newName", "boardbench/" + name));
        TargetManifest target = TargetManifestReader.read(ROOT.resolve("targets").resolve(name));
        assertThat(KubernetesTarget.objections(target)).isEmpty();
        List<HasMetadata> patches = patches(kustomization);
        assertThat(patches).hasSizeLessThanOrEqualTo(1);
        Container patch =
            patches.stream().findFirst().map(ManifestsTest::container).orElseGet(Container::new);
        assertStartsAsTheManifestSays(target, bases(file, kustomization), patch);
      }
    }
  }

  /** What its image does not say of itself, the kustomization says; and nothing else. */
  private static void assertStartsAsTheManifestSays(
      TargetManifest target, Map<String, List<HasMetadata>> bases, Container patch)
      throws InputException {
    Map<String, String> ofImage = ofImage(target, bases);
    Map<String, String> ofPod = ofPod(ofImage, bases.keySet());
    List<String> command = Placeholders.fill(target.start().command(), ofPod);
    boolean isOfImage = command.equals(Placeholders.fill(target.start().command(), ofImage));
    assertThat(patch.getArgs()).as(target.name()).isEqualTo(isOfImage ? List.of() : command);

    Map<String, String> patched = variables(patch);
    Map<String, String> variables = target.start().environment(ofImage);
    Container base = container(bases.get(Component.SERVER).getFirst());
    variables.putAll(variables(base));
    variables.putAll(patched);
    Map<String, String> wanted = target.start().environment(ofPod);
    assertThat(variables).as(target.name()).containsAllEntriesOf(wanted);
    assertThat(wanted).as(target.name()).containsAllEntriesOf(patched);

    assertThat(List.of(base.getStartupProbe(), base.getReadinessProbe(), base.getLivenessProbe()))
        .extracting(probe -> probe.getHttpGet().getPath())
        .containsOnly(target.service().health());
  }

  @Test
  void aTargetsKustomizationHasTheCompanionsOfItsManifest() throws Exception {
    for (Path file : kustomizations()) {
      if (file.startsWith("targets")) {
        TargetManifest target =
            TargetManifestReader.read(ROOT.resolve("targets").resolve(file.getName(1)));
        Map<String, List<HasMetadata>> bases =
            bases(file, map(Files.readString(FOLDER.resolve(file))));
        assertThat(bases.keySet()).contains(Component.SERVER);
        bases.remove(Component.SERVER);

        Map<String, String> images = new HashMap<>();
        bases.forEach((name, base) -> images.put(name, container(base.getFirst()).getImage()));
        Map<String, String> wanted = new HashMap<>();
        target
            .companions()
            .forEach((name, companion) -> wanted.put(name, companion.image().orElseThrow()));
        assertThat(images).as(target.name()).isEqualTo(wanted);
      }
    }
  }

  /** The folders of {@code base} that a target is made of, each with its Deployment first. */
  private static Map<String, List<HasMetadata>> bases(Path file, Map<String, Object> kustomization)
      throws IOException {
    Map<String, List<HasMetadata>> bases = new HashMap<>();
    for (Object resource : list(kustomization, "resources")) {
      Path base = file.getParent().resolve(resource.toString()).normalize();
      List<HasMetadata> objects = new ArrayList<>();
      for (Path manifest : manifests()) {
        if (manifest.startsWith(base)) {
          objects.addAll(read(Files.readString(FOLDER.resolve(manifest))));
        }
      }
      objects.sort(Comparator.comparing(one -> !(one instanceof Deployment)));
      bases.put(base.getFileName().toString(), objects);
    }
    return bases;
  }

  private static Container container(HasMetadata deployment) {
    return ((Deployment) deployment).getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static Map<String, String> variables(Container container) {
    return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
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

  /** As an image has it that nobody tells anything: all on one machine, at the usual ports. */
  private static Map<String, String> ofImage(
      TargetManifest target, Map<String, List<HasMetadata>> bases) throws InputException {
    Map<String, String> values = new HashMap<>(target.values(Map.of()));
    values.putAll(target.onOneHost(LoopbackPorts.HOST));
    bases.forEach((name, base) -> values.put(Placeholders.portOf(name), port(base)));
    values.put(Placeholders.PORT, port(bases.get(Component.SERVER)));
    return values;
  }

  /** As a pod has it: one worker where a companion joins several, since there may be more pods. */
  private static Map<String, String> ofPod(Map<String, String> ofImage, Set<String> bases) {
    Map<String, String> values = new HashMap<>(ofImage);
    if (bases.size() > 1) {
      values.replace("workers", "1");
    }
    bases.forEach(name -> values.put(Placeholders.hostOf(name), name));
    values.put(Placeholders.HOST, "0.0.0.0");
    return values;
  }

  private static String port(List<HasMetadata> base) {
    return base.stream()
        .filter(Service.class::isInstance)
        .map(service -> ((Service) service).getSpec().getPorts().getFirst().getPort().toString())
        .findFirst()
        .orElseThrow();
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
