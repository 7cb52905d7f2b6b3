package org.boardbench.browser.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.browser.cli.BrowserProgram.World;
import org.boardbench.browser.felt.FeltOnlooker;
import org.boardbench.browser.felt.FeltSetting;
import org.boardbench.cli.ExperimentFiles;
import org.boardbench.cli.FolderOptions;
import org.boardbench.cli.MetricsOptions;
import org.boardbench.cli.PlanOptions;
import org.boardbench.cli.TargetNeeds;
import org.boardbench.cli.Version;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.run.RunRequest;
import org.boardbench.cli.run.WholeRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.FileNames;
import org.boardbench.store.ResultStore;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.manifest.TargetManifest;
import org.boardbench.view.metrics.live.MetricsPort;
import org.boardbench.view.terminal.ProgressView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boardbench felt}: an experiment at which a browser looks on. */
@Command(
    name = "felt",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Runs an experiment with two pages of a whiteboard in Chromium on each server, beside the virtual"
          + " users: a pen draws on one, the other shows. From the pen's movement to the presented"
          + " frame, each part of the way is timed; felt.csv has it.",
    },
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "boardbench felt [EXPERIMENT] [options]",
      "       boardbench felt --resume DIR [options]"
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench felt",
      "  boardbench felt --targets reference,node-ws --users 50,300 --hold 25s --reps 3",
      "  boardbench felt --draw-delay 50",
      "",
      "Environment: BOARDBENCH_CHROMIUM, the program to run instead of the first Chromium on the PATH.",
      "",
      "Exit status: as of boardbench run; 2 also where there is no Chromium."
    })
final class FeltCommand implements Callable<Integer> {
  private static final String USUAL = "felt";

  private final World world;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "A file, or the name of one in bench/experiments (default: " + USUAL + ").")
  private Optional<String> experiment = Optional.empty();

  @Option(
      names = "--peers",
      paramLabel = "N",
      description =
          "Virtual users on the board of the pages, each with the plan's rate (default: "
              + FeltSetting.USUAL_PEERS
              + ").")
  private int peers = FeltSetting.USUAL_PEERS;

  @Option(
      names = "--draw-rate",
      paramLabel = "N",
      description = "Movements of the pen a second (default: 25).")
  private double drawRate = FeltSetting.USUAL_DRAW_RATE;

  @Option(
      names = "--draw-delay",
      paramLabel = "MS",
      description = "Add so much before a page draws what it got, to check the measurement by.")
  private int drawDelayMs;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with a run that was broken off; its plan is the default.")
  private Optional<Path> resume = Optional.empty();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Option(names = "--quiet", description = "Show nothing but the table at the end.")
  private boolean isQuiet;

  @Option(
      names = "--needs",
      description = "Run nothing; list what the targets need on this machine, for scripts.")
  private boolean isAskedForNeeds;

  @Spec private CommandSpec spec;

  FeltCommand(World world) {
    this.world = world;
  }

  @Override
  public Integer call() throws InputException, IOException, InterruptedException {
    ExperimentPlan plan = plan();
    if (isAskedForNeeds) {
      TargetNeeds.lines(plan, world.home()).forEach(world.out()::println);
      return ExitStatus.OK;
    }
    check(plan, new TargetCatalog(world.home()).manifests(plan.variants()));
    FeltSetting setting =
        FeltSetting.of(peers, plan.workload().ratePerUser(), drawRate, drawDelayMs);
    MetricsPort port = metrics.port();
    Chromium chromium = Chromium.find(HostEnvironment.of(world.home()));
    world.out().println("Chromium " + chromium.version() + " at " + chromium.program());
    try (FeltOnlooker onlooker = new FeltOnlooker(chromium, setting)) {
      return WholeRun.execute(request(plan, port), onlooker);
    }
  }

  private RunRequest request(ExperimentPlan plan, MetricsPort port) {
    return new RunRequest(
        plan,
        PlanOptions.namesTargets(spec),
        List.of(),
        world.home(),
        folders.resultsIn(world.home()),
        folders.out(),
        resume,
        Optional.empty(),
        Optional.empty(),
        port,
        metrics.hasDashboard(),
        isQuiet
            ? ProgressView.quiet(world.out(), world.terminalColumns())
            : ProgressView.full(world.out(), world.terminalColumns()),
        Optional.empty());
  }

  private ExperimentPlan plan() throws InputException, IOException {
    PlanReader reader = new PlanReader(Set.copyOf(new TargetCatalog(world.home()).names()));
    Optional<Problem> objection = folders.objectionTo(resume);
    if (objection.isPresent()) {
      throw new InputException(List.of(objection.get()));
    }
    return resume.isPresent() && experiment.isEmpty()
        ? reader.read(
            FileNames.RUN, ResultStore.experimentOf(resume.get()), PlanOptions.overrides(spec))
        : new ExperimentFiles(world.home())
            .plan(experiment.orElse(USUAL), reader, PlanOptions.overrides(spec));
  }

  /** What the page cannot do, or a search would not ask it for. */
  private static void check(ExperimentPlan plan, Map<String, TargetManifest> manifests)
      throws InputException {
    List<Problem> problems = new ArrayList<>();
    plan.capacity()
        .ifPresent(search -> problems.add(new Problem("capacity", "is no load to look on at")));
    manifests.forEach((name, manifest) -> {
      String protocol = manifest.service().protocol();
      if (!protocol.equals(Protocols.USUAL)) {
        problems.add(
            new Problem(
                "targets",
                "%s speaks %s, and the page %s".formatted(name, protocol, Protocols.USUAL)));
      }
    });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }
}
