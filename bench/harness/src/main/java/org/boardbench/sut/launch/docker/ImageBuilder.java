package org.boardbench.sut.launch.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.build.TargetBuilder;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.LoggedCommand;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;

/** Builds the images of targets; the engine's cache knows what need not be built again. */
public final class ImageBuilder {
  private static final Duration DEADLINE = Duration.ofMinutes(20);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);
  private static final int REASON_LINES = 20;

  private final HostEnvironment host;
  private final ProcessSet processes;

  /**
   * @param processes ends a build when the harness ends
   */
  public ImageBuilder(HostEnvironment host, ProcessSet processes) {
    this.host = host.forDocker();
    this.processes = processes;
  }

  /** The log of a target's last build. */
  public static Path log(TargetManifest manifest) {
    return TargetBuilder.buildFolder(manifest).resolve("image.log");
  }

  /**
   * Builds the image of one target's server.
   *
   * @throws LaunchException when the build fails or takes over 20 minutes, with its last lines
   */
  public DockerImage build(TargetManifest manifest) throws LaunchException, InterruptedException {
    Path log = log(manifest);
    String name = DockerTarget.imageName(manifest);
    String sources = DockerTarget.sources(manifest, host);
    try {
      Files.createDirectories(log.getParent());
      Files.deleteIfExists(log);
      run(manifest, name, sources, log);
    } catch (IOException failed) {
      throw new LaunchException(name + " cannot be built: " + failed.getMessage(), failed);
    }
    return DockerImage.find(new DockerEngine(host), name)
        .orElseThrow(() -> new LaunchException(name + " was built, and the engine has it no more"));
  }

  private void run(TargetManifest manifest, String name, String sources, Path log)
      throws IOException, LaunchException, InterruptedException {
    ProcessTree.Command build =
        new ProcessTree.Command(
            "docker build of " + name,
            command(
                manifest,
                name,
                sources,
                BaseImages.buildArguments(
                    new DockerEngine(host), manifest.folder().resolve(TargetManifest.DOCKERFILE))),
            host.root(),
            host.variables(),
            log,
            STOP_DEADLINE);
    String overtime = name + " took over " + DEADLINE.toMinutes() + " minutes to build";
    new LoggedCommand(processes, build, DEADLINE, overtime, REASON_LINES).run("");
  }

  /** The host's network, because a registry may be reachable from there alone. */
  private static List<String> command(
      TargetManifest manifest, String name, String sources, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(DockerEngine.PROGRAM, "build"));
    words.addAll(List.of("--network", "host", "--pull=false", "--force-rm"));
    words.addAll(arguments);
    words.addAll(List.of("--label", Labels.SOURCES + "=" + sources, "--tag", name));
    words.addAll(
        List.of("--file", manifest.folder().resolve(TargetManifest.DOCKERFILE).toString()));
    words.add(manifest.build().imageContext().toString());
    return words;
  }
}
