package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.sampling.Component;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.build.TargetVersions;
import org.boardbench.sut.launch.ProgramStarter;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.manifest.TargetManifestReader;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;

/** A target whose images are there and of its present sources. */
public final class DockerTarget {
  private final TargetManifest manifest;
  private final HostEnvironment host;
  private final Map<String, DockerImage> images;

  private DockerTarget(
      TargetManifest manifest, HostEnvironment host, Map<String, DockerImage> images) {
    this.manifest = manifest;
    this.host = host;
    this.images = Collections.unmodifiableMap(images);
  }

  /** What keeps this machine from starting any container; empty when nothing does. */
  public static Optional<Problem> engineProblem(HostEnvironment host) throws InterruptedException {
    return new DockerEngine(host)
        .problem()
        .map(reason ->
            new Problem(
                DockerEngine.PROGRAM, reason + ": run make doctor for how to get an engine"));
  }

  /**
   * What a target lacks to be containers at all.
   *
   * @param launcher that starts them, for the words
   */
  public static List<Problem> objections(TargetManifest manifest, LauncherChoice launcher) {
    String needed = "the " + launcher.key() + " launcher needs";
    List<Problem> problems = new ArrayList<>();
    if (!manifest.folder().resolve(TargetManifest.DOCKERFILE).toFile().isFile()) {
      problems.add(new Problem(manifest.name(), "has no Dockerfile, which " + needed));
    }
    manifest
        .companions()
        .forEach((name, companion) -> {
          if (companion.image().isEmpty()) {
            problems.add(
                new Problem(
                    manifest.name()
                        + "/"
                        + TargetManifestReader.FILE_NAME
                        + ": companions."
                        + name
                        + ".image",
                    "is missing, and " + needed + " it"));
          }
        });
    return problems;
  }

  /** What the image of a target's server is called. */
  public static String imageName(TargetManifest manifest) {
    return "boardbench/" + manifest.name();
  }

  /**
   * Looks for the target's images.
   *
   * @throws LaunchException when one is missing, or the server's is of other sources
   */
  public static DockerTarget find(TargetManifest manifest, HostEnvironment host)
      throws LaunchException, InterruptedException {
    DockerEngine engine = new DockerEngine(host);
    Map<String, DockerImage> images = new LinkedHashMap<>();
    DockerImage server =
        found(engine, imageName(manifest), "run make images TARGETS=" + manifest.name());
    if (!sources(manifest, host).equals(server.labels().get(Labels.SOURCES))) {
      throw new LaunchException(
          "image "
              + server.name()
              + " was built from other sources than "
              + manifest.name()
              + " has now: run make images TARGETS="
              + manifest.name());
    }
    images.put(Component.SERVER, server);
    for (var companion : manifest.companions().entrySet()) {
      String name = companion.getValue().image().orElseThrow();
      images.put(
          companion.getKey(),
          found(engine, name, "run docker pull " + name + ", or make base-images"));
    }
    return new DockerTarget(manifest, host, images);
  }

  private static DockerImage found(DockerEngine engine, String name, String remedy)
      throws LaunchException, InterruptedException {
    Optional<DockerImage> image = BaseImages.find(engine, name);
    if (image.isEmpty()) {
      Optional<String> problem = engine.problem();
      throw new LaunchException(
          problem.orElseGet(() -> "image " + name + " is missing: " + remedy));
    }
    return image.get();
  }

  static String sources(TargetManifest manifest, HostEnvironment host)
      throws LaunchException, InterruptedException {
    try {
      return ImageSources.hash(manifest, host);
    } catch (IOException unreadable) {
      throw new LaunchException(manifest.name() + " cannot be read: " + unreadable, unreadable);
    }
  }

  /** By component, the server's first. */
  public Map<String, DockerImage> images() {
    return images;
  }

  /** What its commands say in containers of their own; see {@link TargetVersions}. */
  public Map<String, String> versions() throws InterruptedException {
    Map<String, String> versions = new LinkedHashMap<>();
    for (var image : images.entrySet()) {
      String component = image.getKey();
      Map<String, List<String>> commands =
          component.equals(Component.SERVER)
              ? manifest.versions()
              : manifest.companions().get(component).versions();
      versions.putAll(
          TargetVersions.ask(
              commands,
              image.getValue().places(),
              inContainer(image.getValue()),
              host.root(),
              host.forDocker()));
    }
    return versions;
  }

  private static List<String> inContainer(DockerImage image) {
    return List.of(
        DockerEngine.PROGRAM, "run", "--rm", "--pull", "never", "--network", "none", image.id());
  }

  /**
   * What starts its containers.
   *
   * @param cpus to which a component is pinned, by its name
   */
  public ProgramStarter starter(LimitsSpec limits, Map<String, String> cpus, ProcessSet processes) {
    return new ContainerStarter(images, cpus, limits, host, processes);
  }
}
