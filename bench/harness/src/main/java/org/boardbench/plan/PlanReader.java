package org.boardbench.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a plan of an experiment file and the command line's overrides. The shape of the file:
 *
 * <pre>{@code
 * name: paper                # default: the file's name
 * description: what it asks  # default: empty
 * seed: 42
 * repetitions: 3
 * targets: [my-server]       # default: all known ones
 * workload:
 *   boards: 10               # default: 10, or the users of the smallest stage if they are fewer
 *   rate: 1                  # messages that one user publishes a second
 *   payload: 300             # bytes of one message
 * warm-up: { users: 100, ramp: 2s, hold: 5s }   # absent: none
 * stages:                    # users never shrink from one to the next
 *   - { users: 100, ramp: 5s, hold: 60s }
 * reconnect: { first: 0ms, backoff: 1s..30s, jitter: 50 }   # or never, or backoff: the default
 * deadlines: { ready: 60s, join: 10s, drain: 10s, stop: 5s }
 * driver: { cores: 1, loop: auto }   # default: a core for each CPU below, or half the machine's
 * cpus: { driver: "1", target: "0", companions: "0" }   # absent: not pinned
 * launcher: process          # or docker; a target of its own way is written my-server@docker
 * limits: { cpus: 1.5, memory: 512m }   # of the server and of each companion; absent: none
 * validity: { stall: 50ms }  # see {@link ValiditySpec}
 * parameters: { my-server: { heap: 512m } }
 * }</pre>
 *
 * <p>Durations are whole numbers with {@code ms}, {@code s}, {@code m} or {@code h}. JSON being
 * YAML, the plan inside {@code run.json} is such a file too.
 */
public final class PlanReader {
  /** What a server that someone else started is called in the results. */
  public static final String EXTERNAL_TARGET = "external";

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "description",
          "seed",
          "repetitions",
          "targets",
          "workload",
          "warm-up",
          "stages",
          "reconnect",
          "deadlines",
          "driver",
          "cpus",
          "launcher",
          "limits",
          "validity",
          "parameters");
  private static final List<PlanOption> OF_STARTED_SERVERS =
      List.of(
          PlanOption.CPUS_TARGET,
          PlanOption.CPUS_COMPANIONS,
          PlanOption.LAUNCHER,
          PlanOption.LIMIT_CPUS,
          PlanOption.LIMIT_MEMORY);
  private static final Set<String> WORKLOAD_KEYS = Set.of("boards", "rate", "payload");
  private static final Set<String> DEADLINE_KEYS = Set.of("ready", "join", "drain", "stop");

  private final Set<String> knownTargets;
  private final Machine machine;

  public PlanReader(Set<String> knownTargets) {
    this(knownTargets, Machine.here());
  }

  PlanReader(Set<String> knownTargets, Machine machine) {
    this.knownTargets = Set.copyOf(knownTargets);
    this.machine = machine;
  }

  /**
   * The plan of an experiment file.
   *
   * @param fileName names the file in problems, and the experiment where it gives no name
   * @throws PlanException with every problem of file and overrides
   */
  public ExperimentPlan read(String fileName, String yaml, PlanOverrides overrides)
      throws PlanException {
    Problems problems = new Problems();
    Optional<YamlMap> file =
        YamlMap.parse(fileName, yaml, problems).map(root -> root.allowing(KEYS));
    Layers layers = new Layers(file, overrides, problems);
    List<TargetSpec> targets = new TargetsReader(layers, knownTargets).targets();
    return build(layers, fileName.replaceFirst("\\.ya?ml$", ""), targets, Optional.empty());
  }

  /**
   * The plan for a server that someone else started; {@code --users} and {@code --hold} say how.
   *
   * @throws PlanException with every problem of the options
   */
  public ExperimentPlan readExternal(ExternalOptions options, PlanOverrides overrides)
      throws PlanException {
    Problems problems = new Problems();
    Layers layers = new Layers(Optional.empty(), overrides, problems);
    Optional<ExternalSpec> external = new ExternalReader(problems).read(options);
    if (overrides.entry(PlanOption.USERS).isEmpty()) {
      problems.add(PlanOption.USERS.flag(), "is missing; --url needs it");
    }
    if (overrides.entry(PlanOption.TARGETS).isPresent()) {
      problems.add(PlanOption.TARGETS.flag(), "cannot go with --url, which is the one target");
    }
    if (!overrides.parameters().isEmpty()) {
      problems.add(PlanOverrides.SET, "cannot go with --url: the server already runs");
    }
    for (PlanOption option : OF_STARTED_SERVERS) {
      if (overrides.entry(option).isPresent()) {
        problems.add(option.flag(), "cannot go with --url: the server already runs");
      }
    }
    List<TargetSpec> targets = List.of(new TargetSpec(EXTERNAL_TARGET, Map.of()));
    return build(layers, EXTERNAL_TARGET, targets, external);
  }

  private ExperimentPlan build(
      Layers layers, String defaultName, List<TargetSpec> targets, Optional<ExternalSpec> external)
      throws PlanException {
    StagesReader stagesReader = new StagesReader(layers);
    List<StagesReader.Draft> stages = stagesReader.stages();
    WorkloadSpec workload = workload(layers, stages);
    String name = layers.value(inFile(layers, "name"), Bounds.NAME, defaultName);
    String description = layers.value(inFile(layers, "description"), Bounds.DESCRIPTION, "");
    long seed = layers.value(inFile(layers, "seed"), PlanOption.SEED, Bounds.SEED, Defaults.SEED);
    int repetitions =
        layers.value(
            inFile(layers, "repetitions"),
            PlanOption.REPETITIONS,
            Bounds.REPETITIONS,
            Defaults.REPETITIONS);
    DeadlineSpec deadlines = deadlines(layers);
    ReconnectSpec reconnect = new ReconnectReader(layers).reconnect();
    PlacementReader placement = new PlacementReader(layers, machine);
    DriverSpec driver = placement.driver();
    LaunchSpec launch = new LaunchReader(layers, machine).launch();
    ValiditySpec validity = new ValidityReader(layers).validity();
    Optional<StageSpec> warmUp = stagesReader.warmUp(stages);
    layers.problems().throwIfAny();
    return new ExperimentPlan(
        name,
        description.strip(),
        seed,
        repetitions,
        targets,
        external,
        workload,
        warmUp,
        stages.stream().map(StagesReader.Draft::spec).toList(),
        deadlines,
        reconnect,
        driver,
        placement.cpus(),
        launch,
        validity);
  }

  private static Optional<Entry> inFile(Layers layers, String key) {
    return layers.file().flatMap(root -> root.scalar(key));
  }

  private static WorkloadSpec workload(Layers layers, List<StagesReader.Draft> stages) {
    Optional<YamlMap> map = layers.section("workload").map(m -> m.allowing(WORKLOAD_KEYS));
    Optional<Setting<Integer>> boards =
        layers.read(map.flatMap(m -> m.scalar("boards")), PlanOption.BOARDS, Bounds.BOARDS);
    Optional<Setting<Integer>> fewestUsers =
        stages.stream()
            .flatMap(stage -> stage.users().stream())
            .reduce((a, b) -> b.value() < a.value() ? b : a);
    if (boards.isPresent() && fewestUsers.isPresent()) {
      requireUserPerBoard(boards.get(), fewestUsers.get(), layers.problems());
    }
    int defaultBoards =
        Math.min(Defaults.BOARDS, fewestUsers.map(Setting::value).orElse(Defaults.BOARDS));
    return new WorkloadSpec(
        boards.map(Setting::value).orElse(defaultBoards),
        layers.value(
            map.flatMap(m -> m.scalar("rate")),
            PlanOption.RATE,
            Bounds.RATE,
            Defaults.RATE_PER_USER),
        layers.value(
            map.flatMap(m -> m.scalar("payload")),
            PlanOption.PAYLOAD,
            Bounds.PAYLOAD,
            Defaults.PAYLOAD_BYTES));
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

  private static DeadlineSpec deadlines(Layers layers) {
    Optional<YamlMap> map = layers.section("deadlines").map(m -> m.allowing(DEADLINE_KEYS));
    DeadlineSpec fallback = Defaults.DEADLINES;
    Duration drain =
        layers.value(
            map.flatMap(m -> m.scalar("drain")),
            PlanOption.DRAIN,
            Bounds.DEADLINE,
            fallback.drain());
    return new DeadlineSpec(
        layers.value(map.flatMap(m -> m.scalar("ready")), Bounds.DEADLINE, fallback.ready()),
        layers.value(map.flatMap(m -> m.scalar("join")), Bounds.DEADLINE, fallback.join()),
        drain,
        layers.value(map.flatMap(m -> m.scalar("stop")), Bounds.DEADLINE, fallback.stop()));
  }
}
