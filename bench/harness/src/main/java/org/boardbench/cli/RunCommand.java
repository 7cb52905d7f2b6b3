package org.boardbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.cli.run.RunRequest;
import org.boardbench.cli.run.SummaryFiles;
import org.boardbench.fleet.Fleet;
import org.boardbench.fleet.coordinator.AgentAddress;
import org.boardbench.fleet.coordinator.RemoteFleet;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.Protocols;
import org.boardbench.results.FileNames;
import org.boardbench.store.ResultStore;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.view.metrics.live.MetricsPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code boardbench run}: checks what was asked for, then hands it over. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Runs an experiment, or measures one server that already runs.",
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "boardbench run EXPERIMENT [options]",
      "       boardbench run --resume DIR [options]",
      "       boardbench run --url ws://HOST:PORT/PATH --users N --hold TIME [options]"
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  boardbench run paper",
      "  boardbench run quick --targets my-server,another --users 50,100 --hold 10s",
      "  boardbench run paper --set my-server.heap=512m --reps 5",
      "  boardbench run quick --scenario poisson --rate 5",
      "  boardbench run paper --launcher docker --limit-cpus 1 --limit-memory 1g",
      "  boardbench run quick --targets my-server@process,my-server@docker --reps 3",
      "  boardbench run --resume results/paper-20260131-235959",
      "  boardbench run --url ws://127.0.0.1:9000/ws --users 20 --boards 2 --hold 5s --out /tmp/x",
      "  boardbench run --url wss://10.0.0.5:8443/ws --cacert ca.pem --users 20 --hold 5s",
      "  boardbench run --url ws://10.0.0.5:9000/ws --users 2000 --boards 20 --hold 1m \\",
      "    --agents 10.0.0.2:7900,10.0.0.3:7900 --secret-file fleet.secret",
      "",
      "Environment: BOARDBENCH_HEAP, the driver's heap, e.g. 2g (default: a quarter of the memory,",
      "             from 512m to 4g).",
      "",
      "Exit status: 0 all trials ok; 1 some trial failed, or a target of --targets lacks a tool (the",
      "             rest ran, all is stored);",
      "             2 wrong usage or plan (nothing was started);",
      "             3 all trials ok, and a threshold of the plan is broken."
    })
final class RunCommand implements Callable<Integer> {
  private final CliContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPERIMENT",
      description = "A file, or the name of one in bench/experiments: paper, quick.")
  private Optional<String> experiment = Optional.empty();

  @Spec private CommandSpec spec;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with a run that was broken off; its plan is the default.")
  private Optional<Path> resume = Optional.empty();

  @Mixin private FolderOptions folders = new FolderOptions();

  @Option(
      names = SummaryFiles.JSON,
      paramLabel = "FILE",
      description = "Write what the run came to, for programs (JSON).")
  private Optional<Path> summaryJson = Optional.empty();

  @Option(
      names = SummaryFiles.JUNIT,
      paramLabel = "FILE",
      description = "Write thresholds and trials as test cases, for CI systems (JUnit's XML).")
  private Optional<Path> junit = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "A server that someone else started; ws:// or wss://.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      completionCandidates = ProtocolNames.class,
      description = "What it speaks: ${COMPLETION-CANDIDATES} (default: " + Protocols.USUAL + ").")
  private Optional<String> protocol = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "A header for its handshake; may be repeated.")
  private List<String> headers = List.of();

  @Option(
      names = TrustOptions.CACERT,
      paramLabel = "FILE",
      description = "Certificates to trust at wss:// instead of the JVM's (PEM or DER).")
  private Optional<Path> cacert = Optional.empty();

  @Option(
      names = TrustOptions.INSECURE,
      description = "Take any certificate at wss://, whatever host it names.")
  private boolean isInsecure;

  @Option(
      names = AgentAddress.OPTION,
      paramLabel = "HOST:PORT[,...]",
      description = "Let these make the load, each started by 'boardbench agent'.")
  private Optional<String> agents = Optional.empty();

  @Option(
      names = FleetSecret.OPTION,
      paramLabel = "FILE",
      description = "What they and this program alone know.")
  private Optional<Path> secretFile = Optional.empty();

  @Mixin private MetricsOptions metrics = new MetricsOptions();

  @Option(names = "--quiet", description = "Show nothing but the table at the end.")
  private boolean isQuiet;

  @Option(
      names = DoctorCommand.NEEDS,
      description = "Run nothing; list what the targets need on this machine, for scripts.")
  private boolean isAskedForNeeds;

  RunCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InputException, IOException, InterruptedException {
    List<Problem> problems = usageProblems();
    MetricsPort port = metricsPort(problems);
    Optional<Fleet> fleet = fleet(problems);
    ExperimentPlan plan = plan(problems);
    if (isAskedForNeeds) {
      printNeeds(plan);
      return ExitStatus.OK;
    }
    return context
        .run()
        .execute(
            new RunRequest(
                plan,
                PlanOptions.namesTargets(spec),
                List.of(),
                context.home(),
                folders.resultsIn(context.home()),
                folders.out(),
                resume,
                summaryJson,
                junit,
                port,
                metrics.hasDashboard(),
                context.view(isQuiet),
                fleet));
  }

  /** What servers in containers need is in their images, or on the machine of theirs. */
  private void printNeeds(ExperimentPlan plan) throws InputException, InterruptedException {
    List<Variant> processes =
        plan.variants().stream()
            .filter(variant -> plan.external().isEmpty() && plan.launch().sut().isEmpty())
            .filter(variant -> variant.launcher() == LauncherChoice.PROCESS)
            .toList();
    ToolCheck.needs(
            new TargetCatalog(context.home()).manifests(processes).values(),
            HostEnvironment.of(context.home()))
        .forEach(need -> context.out().println(ToolLines.forScripts(need)));
  }

  /** Problems of usage and of the plan come together. */
  private ExperimentPlan plan(List<Problem> problems) throws InputException, IOException {
    ExperimentPlan plan = null;
    try {
      plan = readPlan();
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return plan;
  }

  private Optional<Fleet> fleet(List<Problem> problems) {
    if (agents.isPresent() != secretFile.isPresent()) {
      problems.add(
          agents.isPresent()
              ? new Problem(FleetSecret.OPTION, "is missing; --agents needs it")
              : new Problem(FleetSecret.OPTION, "needs --agents"));
      return Optional.empty();
    }
    try {
      return agents.isPresent()
          ? Optional.of(
              new RemoteFleet(AgentAddress.list(agents.get()), FleetSecret.read(secretFile.get())))
          : Optional.empty();
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private MetricsPort metricsPort(List<Problem> problems) {
    try {
      return metrics.port();
    } catch (InputException e) {
      problems.addAll(e.problems());
      return MetricsPort.DEFAULT;
    }
  }

  private List<Problem> usageProblems() {
    List<Problem> problems = new ArrayList<>();
    if (url.isPresent() && experiment.isPresent()) {
      problems.add(new Problem("--url", "cannot go with an experiment, was " + experiment.get()));
    }
    if (url.isEmpty()) {
      problems.addAll(withoutUrl());
    }
    folders.objectionTo(resume).ifPresent(problems::add);
    problems.addAll(SummaryFiles.problems(summaryJson, junit));
    return problems;
  }

  private List<Problem> withoutUrl() {
    List<Problem> problems = new ArrayList<>();
    if (protocol.isPresent() || !headers.isEmpty()) {
      problems.add(new Problem(protocol.isPresent() ? "--protocol" : "--header", "needs --url"));
    }
    cacert.ifPresent(
        file -> problems.add(new Problem(TrustOptions.CACERT, "needs --url wss://…, was " + file)));
    if (isInsecure) {
      problems.add(new Problem(TrustOptions.INSECURE, "needs --url wss://…"));
    }
    return problems;
  }

  private ExperimentPlan readPlan() throws InputException, IOException {
    PlanReader reader = new PlanReader(context.targets().in(context.home()));
    if (url.isPresent()) {
      TrustOptions trust = new TrustOptions(cacert, isInsecure);
      ExternalOptions external = new ExternalOptions(url.get(), protocol, headers, trust);
      return reader.readExternal(external, PlanOptions.overrides(spec));
    }
    if (experiment.isPresent()) {
      return new ExperimentFiles(context.home())
          .plan(experiment.get(), reader, PlanOptions.overrides(spec));
    }
    if (resume.isPresent()) {
      return reader.read(
          FileNames.RUN, ResultStore.experimentOf(resume.get()), PlanOptions.overrides(spec));
    }
    throw new InputException(
        List.of(new Problem("EXPERIMENT", "is missing; give a file, --resume or --url")));
  }
}
