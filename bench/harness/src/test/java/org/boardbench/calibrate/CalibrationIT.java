package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.calibrate.server.CaseFailure;
import org.boardbench.calibrate.server.CoreSharing;
import org.boardbench.calibrate.server.ReferenceProcesses;
import org.boardbench.calibrate.server.RunningReference;
import org.boardbench.calibrate.server.ServerCounts;
import org.boardbench.core.CpuList;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.junit.TakesLong;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.store.calibration.CalibrationCase;
import org.boardbench.store.calibration.CalibrationOrigin;
import org.boardbench.store.calibration.CalibrationStore;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.manifest.TargetCatalog;
import org.boardbench.sut.process.LaunchException;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.trial.DriverLoops;
import org.boardbench.trial.events.EventBus;
import org.boardbench.trial.events.Heard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver against real reference servers; no time is judged, whoever else uses the machine. */
@Timeout(600)
class CalibrationIT {
  private static final SocketLoops LOOPS = SocketLoops.of(LoopChoice.AUTO);

  @TempDir private Path folder;
  private CalibrationSpecimen project;

  @BeforeEach
  void layOutTheProject() throws IOException {
    project = new CalibrationSpecimen(folder);
  }

  @Test
  @TakesLong
  void aCalibrationStoresEveryCaseAndIsComplete() throws Exception {
    Heard<CalibrationEvent> heard = new Heard<>();

    Calibration.Outcome outcome = run(CalibrationSpecimen.tiny(), heard.bus());

    Path made = only(project.results());
    assertThat(outcome).as(json(made)).isEqualTo(Calibration.Outcome.OK);
    assertThat(made.getFileName().toString()).matches("calibration-\\d{8}-\\d{6}");
    assertThat(json(made)).contains("\"complete\" : true", "\"ok\" : true", "\"quick\" : true");
    assertThat(heard.all(CalibrationEvent.CaseEnded.class)).hasSize(4);
    assertThat(CalibrationSpecimen.rows(made, "injected"))
        .extracting(row -> row.get("case"))
        .containsExactly("corrupt", "swap");
    assertThat(CalibrationSpecimen.rows(made, "limit_deliveries_per_s")).hasSize(1);
    assertThat(CalibrationSpecimen.rows(made, "server_cpu_pct"))
        .as("the server is a process of its own")
        .isNotEmpty()
        .allMatch(row -> !row.get("measured").isEmpty());
    assertThat(CalibrationSpecimen.rows(made, "rtt_p50_spread")).hasSize(1);
    assertThatNothingOfOursRuns();
  }

  @ParameterizedTest
  @EnumSource(names = {"MISROUTE", "DELAY", "TRICKLE", "CUT"})
  void aFaultIsCountedExactlyAsOftenAsTheServerMadeIt(InjectedFault fault) throws Exception {
    run(CalibrationSpecimen.faults(fault), EventBus.toNobody());

    Path made = only(project.results());
    assertThat(json(made)).contains("\"failures\" : [ ]");
  }

  @Test
  void aKnownDelayIsInEveryRttAndNoRttIsShorter() throws Exception {
    Duration delay = Duration.ofMillis(10);
    CalibrationPlan.Lengths lengths =
        new CalibrationPlan.Lengths(Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(500));

    Map<String, CalibrationValue> findings = findings(CalibrationPlan.delay(delay, lengths));

    assertThat(findings.get("expected").isMissed()).as(findings.toString()).isFalse();
    assertThat(findings.get("lost").isMissed()).as(findings.toString()).isFalse();
    for (String figure : List.of("rtt_p50", "rtt_p99", "rtt_max")) {
      assertThat(findings.get(figure).truth().orElseThrow()).isGreaterThanOrEqualTo(10);
      assertThat(findings.get(figure).error().orElseThrow()).as(figure).isPositive();
    }
  }

  @Test
  void aStallIsSeenAsTheQueueItMakes() throws Exception {
    Map<String, CalibrationValue> findings = findings(CalibrationPlan.stall());

    assertThat(findings.get("stalls").isMissed()).isFalse();
    assertThat(findings.get("lost").isMissed()).as(findings.toString()).isFalse();
    // A busy machine makes waits longer; an omission would make them vanish.
    for (String figure : List.of("rtt_p95", "rtt_max")) {
      CalibrationValue finding = findings.get(figure);
      assertThat(finding.error().orElseThrow())
          .as(finding.toString())
          .isGreaterThan(-finding.bound().orElseThrow());
    }
  }

  @Test
  void aServerThatCountsOneTooManyIsNamedAndFailsTheCalibration() throws Exception {
    Calibration.Outcome outcome =
        run(
            CalibrationSpecimen.faults(InjectedFault.DROP, InjectedFault.PING),
            server -> new LyingReference(server, "drop"));

    Path made = only(project.results());
    CSVRecord lost = CalibrationSpecimen.rows(made, "lost").getFirst();
    assertThat(outcome).isEqualTo(Calibration.Outcome.MISSED);
    assertThat(lost.get("ok")).isEqualTo("false");
    assertThat(lost.get("error")).isEqualTo("-1");
    assertThat(json(made))
        .contains(
            "\"complete\" : true",
            "\"ok\" : false",
            "drop lost: truth "
                + lost.get("truth")
                + " deliveries, measured "
                + lost.get("measured")
                + ", error -1, bound 0")
        .doesNotContain("ping ");
  }

  @Test
  void aServerThatDoesNotAnswerFailsItsCaseAndTheOthersGoOn() throws Exception {
    Calibration.Outcome outcome =
        run(
            CalibrationSpecimen.faults(InjectedFault.DUPLICATE, InjectedFault.PING),
            server -> new MuteReference(server));

    Path made = only(project.results());
    assertThat(outcome).isEqualTo(Calibration.Outcome.MISSED);
    assertThat(json(made)).contains("duplicate: no answer", "ping: no answer");
  }

  @Test
  void whatHasEndedIsKeptWhenSomeoneBreaksOffAndNoRunLeansOnIt() throws Exception {
    CalibrationStep first = CalibrationSpecimen.faults(InjectedFault.DUPLICATE).steps().getFirst();

    Calibration.Outcome outcome =
        run(new CalibrationPlan(true, List.of(first, new BrokenOff())), EventBus.toNobody());

    Path made = only(project.results());
    assertThat(outcome).isEqualTo(Calibration.Outcome.INTERRUPTED);
    assertThat(CalibrationSpecimen.rows(made, "injected"))
        .extracting(row -> row.get("case"))
        .containsExactly("duplicate");
    assertThat(json(made)).contains("\"complete\" : false", "\"ok\" : false");
    assertThatNothingOfOursRuns();
  }

  @Test
  void driverAndServerAreTriedOnTheSameCoresAndApart() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    CaseLoad load =
        new CaseLoad(
            6,
            2,
            20,
            Duration.ZERO,
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofSeconds(5));
    String before = ownCpus();

    run(new CalibrationPlan(true, List.of(new InterferenceStep(2, load))), EventBus.toNobody());

    Path made = only(project.results());
    assertThat(CalibrationSpecimen.rows(made, "shared_rtt_p95")).hasSize(3);
    assertThat(CalibrationSpecimen.rows(made, "apart_rtt_p95")).hasSize(3);
    assertThat(json(made)).contains("\"shared_rtt_p95_ms\"", "\"apart_rtt_p95_ms\"");
    assertThat(ownCpus()).as("the driver has its cores back").isEqualTo(before);
  }

  @Test
  void whatNeedsTwoCoresIsLeftOutWithASentence() throws Exception {
    CaseLoad load =
        new CaseLoad(
            6, 2, 20, Duration.ZERO, Duration.ZERO, Duration.ofMillis(300), Duration.ofSeconds(5));

    CalibrationCase left = new InterferenceStep(2, load).run(bench(parameters -> null));

    assertThat(left.rows()).isEmpty();
    assertThat(left.disturbance())
        .contains("interference is not measured: it needs two cores that this process may use");
  }

  private static String ownCpus() throws IOException {
    return CpuList.ofStatus(Files.readString(Path.of("/proc/self/status"))).toString();
  }

  private Calibration.Outcome run(CalibrationPlan plan, EventBus<CalibrationEvent> events)
      throws Exception {
    return new Calibration(plan, project.base(), project.root(), events)
        .run(project.results(), Optional.empty());
  }

  /** Runs {@code plan} with something between the driver and each server's counts. */
  private Calibration.Outcome run(CalibrationPlan plan, Between between) throws Exception {
    RunOrigin origin = RunOrigin.here(Instant.now(), project.root(), DriverLoops.record(LOOPS));
    try (ProcessSet processes = ProcessSet.endingWithTheHarness();
        CalibrationStore store =
            CalibrationStore.create(
                project.results(), Optional.empty(), new CalibrationOrigin(origin, true, 1))) {
      RunningReference.Source servers = servers(processes);
      return new CalibrationRunner(
              plan,
              bench(parameters -> between.of(servers.start(parameters))),
              store,
              EventBus.toNobody(),
              () -> false)
          .run();
    }
  }

  private Map<String, CalibrationValue> findings(CalibrationStep step) throws Exception {
    try (ProcessSet processes = ProcessSet.endingWithTheHarness()) {
      CaseDriver bench = bench(servers(processes));
      Map<String, CalibrationValue> findings = new HashMap<>();
      step.run(bench).rows().forEach(row -> findings.put(row.finding().figure(), row.finding()));
      return findings;
    }
  }

  private CaseDriver bench(RunningReference.Source servers) throws Exception {
    CoreSharing nowhere =
        new CoreSharing(
            HostEnvironment.of(project.root()),
            CpuSpec.ANYWHERE,
            Optional.empty(),
            environment -> servers);
    return new CaseDriver(
        project.base(), LOOPS, servers, RunClock.startingNow(), EventBus.toNobody(), nowhere);
  }

  private RunningReference.Source servers(ProcessSet processes) throws Exception {
    return new ReferenceProcesses(
        new TargetCatalog(project.root()).manifest("reference"),
        HostEnvironment.of(project.root()),
        processes,
        project.base().deadlines(),
        folder.resolve("reference.log"));
  }

  private static Path only(Path results) throws IOException {
    try (var folders = Files.list(results)) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static String json(Path calibration) throws IOException {
    return Files.readString(calibration.resolve("calibration.json"));
  }

  private static void assertThatNothingOfOursRuns() {
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** A case in whose middle someone breaks the calibration off, as Ctrl-C does. */
  private record BrokenOff() implements CalibrationStep {
    @Override
    public CalibrationPart part() {
      return CalibrationPart.TRUTH;
    }

    @Override
    public String name() {
      return "ping";
    }

    @Override
    public Duration about() {
      return Duration.ZERO;
    }

    @Override
    public CalibrationCase run(CaseDriver bench) throws LaunchException, InterruptedException {
      Thread.currentThread().interrupt();
      return CalibrationSpecimen.faults(InjectedFault.PING).steps().getFirst().run(bench);
    }
  }

  /** What a test puts between a server and who asks it. */
  @FunctionalInterface
  private interface Between {
    RunningReference of(RunningReference server) throws LaunchException;
  }

  /** Says that it made one fault more than it did. */
  private record LyingReference(RunningReference honest, String fault) implements RunningReference {
    @Override
    public RunningTarget target() {
      return honest.target();
    }

    @Override
    public ServerCounts counts() {
      ServerCounts truth = honest.counts();
      Map<String, Long> faults = new HashMap<>(truth.faults());
      faults.computeIfPresent(fault, (key, times) -> times > 0 ? times + 1 : times);
      return new ServerCounts(truth.deliveries(), faults, truth.held());
    }

    @Override
    public void resetCounts() {
      honest.resetCounts();
    }

    @Override
    public void close() {
      honest.close();
    }
  }

  /** Does not say what it did. */
  private record MuteReference(RunningReference honest) implements RunningReference {
    @Override
    public RunningTarget target() {
      return honest.target();
    }

    @Override
    public ServerCounts counts() {
      throw new CaseFailure("no answer");
    }

    @Override
    public void resetCounts() {
      honest.resetCounts();
    }

    @Override
    public void close() {
      honest.close();
    }
  }
}
