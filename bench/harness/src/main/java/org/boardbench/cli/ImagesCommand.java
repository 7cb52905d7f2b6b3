package org.boardbench.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.sut.launch.docker.DockerImage;
import org.boardbench.sut.launch.docker.DockerTarget;
import org.boardbench.sut.launch.docker.ImageBuilder;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code boardbench images}: an image for every target that is asked for. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Builds the images in which --launcher docker runs the servers.",
    synopsisHeading = "Usage: ",
    customSynopsis = "boardbench images [options]",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench images",
      "  boardbench images --targets my-server,another",
      "",
      "Exit status: 0 all built; 1 some could not be (the others are); 2 wrong usage, or no engine."
    })
final class ImagesCommand implements Callable<Integer> {
  private static final int SHORT_ID = "sha256:".length() + 12;

  private final CliContext context;

  @Option(
      names = "--targets",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description = "Names of folders in targets/ (default: all that have a Dockerfile).")
  private List<String> targets = List.of();

  ImagesCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, InterruptedException {
    HostEnvironment host = HostEnvironment.of(context.home());
    Map<String, TargetManifest> manifests = manifests(host);
    List<String> notBuilt = new ArrayList<>();
    try (ProcessSet processes = ProcessSet.endingWithTheHarness()) {
      ImageBuilder builder = new ImageBuilder(host, processes);
      int number = 0;
      for (TargetManifest manifest : manifests.values()) {
        number++;
        context
            .out()
            .printf(
                Locale.ROOT,
                "%d/%d %s (log: %s)%n",
                number,
                manifests.size(),
                DockerTarget.imageName(manifest),
                ImageBuilder.log(manifest));
        if (!isBuilt(builder, manifest)) {
          notBuilt.add(manifest.name());
        }
      }
    }
    if (notBuilt.isEmpty()) {
      return ExitStatus.OK;
    }
    context
        .err()
        .printf(
            Locale.ROOT,
            "%d of %d images built; not built, for the reasons above: %s%n",
            manifests.size() - notBuilt.size(),
            manifests.size(),
            String.join(", ", notBuilt));
    return ExitStatus.FAILED;
  }

  private boolean isBuilt(ImageBuilder builder, TargetManifest manifest)
      throws InterruptedException {
    long startNs = System.nanoTime();
    try {
      DockerImage image = builder.build(manifest);
      PrintStream out = context.out();
      out.printf(
          Locale.ROOT,
          "    %s in %.1f s%s%n",
          image.id().substring(0, Math.min(SHORT_ID, image.id().length())),
          (System.nanoTime() - startNs) / 1e9,
          image.localBase().map(base -> ", on a base made here (" + base + ")").orElse(""));
      return true;
    } catch (LaunchException failed) {
      context.err().println(failed.getMessage());
      return false;
    }
  }

  /** Every problem is told at once, before anything is built. */
  private Map<String, TargetManifest> manifests(HostEnvironment host)
      throws InputException, InterruptedException {
    TargetCatalog catalog = new TargetCatalog(host.root());
    Map<String, TargetManifest> manifests = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : targets.isEmpty() ? catalog.names() : targets) {
      try {
        TargetManifest manifest = catalog.manifest(name);
        List<Problem> objections = DockerTarget.objections(manifest, LauncherChoice.DOCKER);
        if (objections.isEmpty()) {
          manifests.put(name, manifest);
        } else if (!targets.isEmpty()) {
          problems.addAll(objections);
        }
      } catch (InputException broken) {
        problems.addAll(broken.problems());
      }
    }
    Optional<Problem> engine = DockerTarget.engineProblem(host);
    engine.ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return manifests;
  }
}
