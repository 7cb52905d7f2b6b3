package org.boardbench.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.findings.threshold.Thresholds;
import org.boardbench.input.InputException;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.plan.reading.Machine;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.plan.reading.Setting;
import org.boardbench.plan.scenario.ScenarioReader;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.scenario.Scenario;

/**
 * Makes a plan of an experiment file and the command line's overrides. {@link PlanKeys} has the
 * keys of the file. JSON being YAML, the plan inside {@code run.json} is such a file too.
 */
public final class PlanReader {
  /** What a server that someone else started is called in the results. */
  public static final String EXTERNAL_TARGET = "external";

  private static final String STARTED = "cannot go with --url: the server already runs";

  private final Set<String> knownTargets;
  private final Machine machine;
  private final Path folder;

  public PlanReader(Set<String> knownTargets) {
    this(knownTargets, Machine.here());
  }

  public PlanReader(Set<String> knownTargets, Machine machine) {
    this(knownTargets, machine, Path.of(""));
  }

  private PlanReader(Set<String> knownTargets, Machine machine, Path folder) {
    this.knownTargets = Set.copyOf(knownTargets);
    this.machine = machine;
    this.folder = folder;
  }

  /** The same for an experiment in {@code of}, where the files are that it names. */
  public PlanReader beside(Path of) {
    return new PlanReader(knownTargets, machine, of);
  }

  /**
   * The plan of an experiment file.
   *
   * @param fileName names the file in problems, and the experiment where it gives no name
   * @throws InputException with every problem of file and overrides
   */
  public ExperimentPlan read(String fileName, String yaml, PlanOverrides overrides)
      throws InputException {
    Problems problems = new Problems();
    PlanValues values = values(YamlMap.parse(fileName, yaml, problems), overrides, problems);
    LaunchSpec launch = LaunchSpec.read(values);
    List<Variant> variants =
        new VariantsReader(values, knownTargets, folder).variants(launch, overrides.parameters());
    values
        .option(Variant.TEMPLATE)
        .ifPresent(option ->
            problems.add(option.key(), "needs --url; in an experiment it is a variant's own"));
    String name = fileName.replaceFirst("\\.ya?ml$", "");
    return build(values, name, launch, variants, Optional.empty());
  }

  /**
   * The plan for a server that someone else started; {@code --users} and {@code --hold} say how.
   *
   * @throws InputException with every problem of the options
   */
  public ExperimentPlan readExternal(ExternalOptions options, PlanOverrides overrides)
      throws InputException {
    Problems problems = new Problems();
    PlanValues values = values(Optional.empty(), overrides, problems);
    Optional<ExternalSpec> external = new ExternalReader(values).read(options);
    if (values.option(StageSpec.USERS).isEmpty()) {
      problems.add(StageSpec.USERS.flag(), "is missing; --url needs it");
    }
    if (values.option(PlanKeys.TARGETS).isPresent()) {
      problems.add(PlanKeys.TARGETS.flag(), "cannot go with --url, which is the one target");
    }
    if (!overrides.parameters().isEmpty()) {
      problems.add(PlanKeys.PARAMETERS.flag(), STARTED);
    }
    for (PlanKey<?> key : PlanKeys.OF_STARTED_SERVERS) {
      values.option(key).ifPresent(option -> problems.add(option.key(), STARTED));
    }
    List<Variant> variants = List.of(Variant.of(EXTERNAL_TARGET, Map.of()));
    return build(values, EXTERNAL_TARGET, LaunchSpec.read(values), variants, external);
  }

  private PlanValues values(Optional<YamlMap> file, PlanOverrides overrides, Problems problems) {
    return new PlanValues(file, overrides.options(), PlanKeys.ALL, machine, problems);
  }

  private ExperimentPlan build(
      PlanValues values,
      String defaultName,
      LaunchSpec launch,
      List<Variant> variants,
      Optional<ExternalSpec> external)
      throws InputException {
    SectionValues load = WorkloadSpec.KEYS.read(values);
    double rate = load.of(WorkloadSpec.RATE);
    int payload = load.of(WorkloadSpec.PAYLOAD);
    ScenarioReader scenarios = new ScenarioReader(values.problems(), folder, rate, payload);
    StagesReader stagesReader = new StagesReader(values, scenarios);
    CapacityReader capacityReader = new CapacityReader(values);
    Optional<CapacityReader.Search> search = capacityReader.search();
    List<StagesReader.Draft> stages =
        search.map(CapacityReader.Search::extremes).orElseGet(stagesReader::stages);
    Optional<Scenario> inFile = values.file().flatMap(scenarios::of);
    Optional<Scenario> option = values.option(PlanKeys.SCENARIO).flatMap(scenarios::ofOption);
    WorkloadSpec workload =
        new WorkloadSpec(
            load.with(WorkloadSpec.BOARDS, boards(values, stages)),
            option.or(() -> inFile).orElse(Scenario.steady(rate, payload)));
    requireBoardOfItsOwn(workload.boards(), variants, external, values.problems());
    if (workload.asksForHistory()) {
      external.ifPresent(server -> requireWayToAsk(server, values.problems()));
    }
    SectionValues own = ExperimentPlan.KEYS.read(values);
    Thresholds thresholds = new ThresholdsReader(values, knownTargets).thresholds(variants);
    if (!thresholds.all().isEmpty()) {
      own = own.with(ExperimentPlan.THRESHOLDS, thresholds);
    }
    String name = own.given(ExperimentPlan.NAME).orElse(defaultName);
    Optional<Setting<RepetitionsSpec>> repetitions = new RepetitionsReader(values).repetitions();
    if (search.isPresent()) {
      repetitions.ifPresent(capacityReader::refuse);
      capacityReader.refuse(thresholds);
      values.read(ExperimentPlan.PROFILE).ifPresent(capacityReader::refuseProfile);
    }
    DeadlineSpec deadlines = DeadlineSpec.read(values);
    ReconnectSpec reconnect = new ReconnectReader(values).reconnect();
    PlacementReader placement = new PlacementReader(values);
    DriverSpec driver = placement.driver();
    ValiditySpec validity = ValiditySpec.read(values);
    search.ifPresent(found -> capacityReader.refuseTooFewMessages(found, workload, validity));
    Optional<StageSpec> warmUp = stagesReader.warmUp(stages, deadlines);
    values.problems().throwIfAny();
    return new ExperimentPlan(
        own.with(ExperimentPlan.NAME, name)
            .with(
                ExperimentPlan.REPETITIONS,
                repetitions
                    .map(Setting::value)
                    .or(ExperimentPlan.REPETITIONS::usual)
                    .orElseThrow()),
        variants,
        external,
        workload,
        warmUp,
        stages.stream().map(StagesReader.Draft::spec).toList(),
        deadlines,
        reconnect,
        driver,
        placement.cpus(),
        launch,
        validity,
        search.map(CapacityReader.Search::spec));
  }

  /** Of a server that somebody else started only the protocol says whether it can be asked. */
  private static void requireWayToAsk(ExternalSpec server, Problems problems) {
    boolean canAsk =
        Protocols.named(server.protocol()).flatMap(Protocol::askingForHistory).isPresent();
    if (!canAsk) {
      problems.add(WorkloadSpec.HISTORY.flag(), "needs --protocol raw, was " + server.protocol());
    }
  }

  /** Users whose server is not told of boards are all on one. */
  private static void requireBoardOfItsOwn(
      int boards, List<Variant> variants, Optional<ExternalSpec> external, Problems problems) {
    boolean isShared =
        Stream.concat(
                variants.stream().map(Variant::template),
                external.stream().map(ExternalSpec::template))
            .flatMap(Optional::stream)
            .anyMatch(template -> !template.template().namesBoards());
    if (isShared && boards > 1) {
      problems.add(
          WorkloadSpec.BOARDS.path(),
          "must be 1 (%s), since a template has no {board} and all its users share one, was %d"
              .formatted(WorkloadSpec.BOARDS.flag(), boards));
    }
  }

  private static int boards(PlanValues values, List<StagesReader.Draft> stages) {
    Optional<Setting<Integer>> boards = values.read(WorkloadSpec.BOARDS);
    Optional<Setting<Integer>> fewestUsers =
        stages.stream()
            .flatMap(stage -> stage.users().stream())
            .reduce((a, b) -> b.value() < a.value() ? b : a);
    if (boards.isPresent() && fewestUsers.isPresent()) {
      requireUserPerBoard(boards.get(), fewestUsers.get(), values.problems());
    }
    int usualBoards = WorkloadSpec.BOARDS.usual().orElseThrow();
    return boards
        .map(Setting::value)
        .orElse(Math.min(usualBoards, fewestUsers.map(Setting::value).orElse(usualBoards)));
  }

  /** A board without a user would make the number of boards a lie. */
  private static void requireUserPerBoard(
      Setting<Integer> boards, Setting<Integer> users, Problems problems) {
    if (boards.value() <= users.value()) {
      return;
    }
    if (users.isOption() && !boards.isOption()) {
      problems.add(
          users.key(),
          "must be at least the number of boards, %d (%s; --boards replaces it), was %d"
              .formatted(boards.value(), boards.key(), users.value()));
    } else {
      problems.add(
          boards.key(),
          "must be at most the users of the smallest stage, %d (%s), was %d"
              .formatted(users.value(), users.key(), boards.value()));
    }
  }
}
