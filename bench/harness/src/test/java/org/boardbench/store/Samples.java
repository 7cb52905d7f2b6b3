package org.boardbench.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.measure.ArrivalClock;
import org.boardbench.measure.ArrivalSummary;
import org.boardbench.measure.OwedDeliveries;
import org.boardbench.measure.Phase;
import org.boardbench.measure.PhaseCounts;
import org.boardbench.measure.ReachSummary;
import org.boardbench.measure.RoundTripCoverage;
import org.boardbench.measure.ScriptedResult;
import org.boardbench.measure.StageResult;
import org.boardbench.measure.TimeSummary;
import org.boardbench.measure.UserAccount;
import org.boardbench.plan.CpuSpec;
import org.boardbench.plan.DeadlineSpec;
import org.boardbench.plan.DriverSpec;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.ExternalSpec;
import org.boardbench.plan.LaunchSpec;
import org.boardbench.plan.LauncherChoice;
import org.boardbench.plan.LimitsSpec;
import org.boardbench.plan.LoopChoice;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.ReconnectSpec;
import org.boardbench.plan.StageSpec;
import org.boardbench.plan.TrustSpec;
import org.boardbench.plan.ValiditySpec;
import org.boardbench.plan.Variant;
import org.boardbench.plan.WorkloadSpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.verdict.Verdict;

/** Results with a value of its own in every column, so that no two can be mixed up unseen. */
final class Samples {
  static final Instant EPOCH = Instant.parse("2026-01-31T23:59:58.125Z");
  static final TrialId TRIAL = new TrialId("node-ws-r1", "node-ws", 1, 2);
  static final Phase RAMP = new Phase(Phase.Kind.RAMP, 1);
  static final Phase HOLD = new Phase(Phase.Kind.HOLD, 1);

  private Samples() {}

  private static final long GIB = 1L << 30;

  private static final LimitsSpec LIMITS =
      new LimitsSpec(OptionalDouble.of(1.5), OptionalLong.of(GIB));

  static ExperimentPlan plan() {
    return new ExperimentPlan(
        "sample",
        "what it asks",
        42,
        2,
        List.of(
            new Variant(
                "node-ws",
                "node-ws",
                LauncherChoice.DOCKER,
                Map.of("workers", "4", "heap", "512m"),
                LIMITS,
                1,
                "",
                ""),
            new Variant(
                "fast",
                "fastapi",
                LauncherChoice.PROCESS,
                Map.of(),
                LIMITS,
                2,
                "Fast",
                "Under a name of its own.")),
        Optional.empty(),
        new WorkloadSpec(10, 0.5, 300),
        Optional.of(new StageSpec(10, Duration.ZERO, Duration.ofMillis(500))),
        List.of(
            new StageSpec(20, Duration.ofSeconds(2), Duration.ofSeconds(8)),
            new StageSpec(60, Duration.ofSeconds(2), Duration.ofMinutes(2))),
        new DeadlineSpec(
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5)),
        ReconnectSpec.usual(),
        new DriverSpec(1, LoopChoice.NIO),
        new CpuSpec(Optional.of("1"), Optional.empty(), Optional.of("0")),
        new LaunchSpec(LauncherChoice.DOCKER, LIMITS),
        ValiditySpec.usual());
  }

  static ExperimentPlan externalPlan() {
    return externalPlan(new TrustSpec.AsTheJvm());
  }

  static ExperimentPlan externalPlan(TrustSpec trust) {
    ExperimentPlan plan = plan();
    return new ExperimentPlan(
        "external",
        "",
        plan.seed(),
        1,
        List.of(Variant.of("external", Map.of())),
        Optional.of(
            new ExternalSpec(
                URI.create("ws://me:secret@host:9000/ws?token=secret"),
                "raw",
                Map.of("Authorization", "secret"),
                trust)),
        plan.workload(),
        Optional.empty(),
        plan.stages(),
        plan.deadlines(),
        plan.reconnect(),
        plan.driver(),
        plan.cpus(),
        plan.launch(),
        plan.validity());
  }

  static RunOrigin origin() {
    return new RunOrigin(
        EPOCH,
        new RunEnvironment(
            "Linux",
            "6.1.0",
            "amd64",
            Optional.of("A CPU, 2.5 GHz"),
            2,
            new CpuSpec(Optional.of("1"), Optional.of("0-1"), Optional.of("0")),
            OptionalLong.of(7951),
            "Some Vendor 25.0.1+8",
            "0.1.0"),
        new GitState(Optional.of("0123456789abcdef0123456789abcdef01234567"), Optional.of(true)),
        new DriverRecord("native", Optional.empty()));
  }

  static PlannedTrial planned(String target, int repetition) {
    return new PlannedTrial(Variant.of(target, Map.of()), repetition, 2);
  }

  static TrialRow trialRow(TrialId trial, TrialRow.Status status, String reason) {
    Optional<Instant> measuredFrom =
        status == TrialRow.Status.FAILED ? Optional.empty() : Optional.of(EPOCH.plusSeconds(5));
    return new TrialRow(trial, status, reason, EPOCH.plusSeconds(3), 34.5678, measuredFrom);
  }

  static StageRow stageRow() {
    return new StageRow(
        TRIAL,
        stageResult(),
        new HoldCosts(
            new HoldCosts.ServerUse(
                OptionalDouble.of(61.005),
                OptionalDouble.of(1234.5),
                OptionalDouble.of(7.25),
                OptionalDouble.of(64.04),
                OptionalDouble.of(70.0),
                OptionalDouble.of(12.3456)),
            new HoldCosts.DriverUse(OptionalDouble.of(31.5), OptionalDouble.of(0.75)),
            new HoldCosts.MachineState(OptionalDouble.of(48.125), OptionalDouble.of(0)),
            new HoldCosts.Surroundings(
                OptionalDouble.of(1.2345),
                OptionalDouble.of(97.5),
                OptionalDouble.of(112.125),
                OptionalDouble.of(0.5),
                Optional.of("thread"))),
        new Verdict(List.of()));
  }

  /** A stage in which nothing could be measured. */
  static StageRow emptyStageRow() {
    PhaseCounts none = new PhaseCounts(0, 0, 0, 0, 0, 0, 0, 0);
    TimeSummary no = TimeSummary.NONE;
    return new StageRow(
        TRIAL,
        ScriptedResult.of(
            2,
            plan().stages().get(1),
            0,
            Map.of("connection refused", 59, "join deadline", 1),
            Map.of(),
            none,
            none,
            0,
            no,
            no,
            no,
            new ReachSummary(no, no, no, no, no),
            no,
            0,
            no,
            0,
            0,
            0,
            0,
            ArrivalSummary.NONE,
            0,
            List.of(),
            List.of(),
            UserAccount.NONE,
            0),
        HoldCosts.UNKNOWN,
        new Verdict(
            List.of(
                new Reason(ReasonCode.RUN_DELAY, 12.34, 5, "%"),
                new Reason(ReasonCode.STALL, 81.2, 50, "ms"))));
  }

  static List<ComponentSecond> resourceRows() {
    return List.of(
        new ComponentSecond(
            0,
            "server",
            new ComponentSecond.Use(
                OptionalDouble.of(99.999),
                OptionalDouble.of(64.25),
                OptionalDouble.of(1234567.8),
                OptionalDouble.of(30_000_000)),
            "cgroup-v1+sockets",
            new ComponentSecond.Limited(OptionalDouble.of(12.34), OptionalLong.of(1))),
        new ComponentSecond(
            0,
            "redis, \"the\" companion",
            new ComponentSecond.Use(
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()),
            "proc+redis-info",
            new ComponentSecond.Limited(OptionalDouble.empty(), OptionalLong.empty())));
  }

  static StageResult stageResult() {
    return ScriptedResult.of(
        1,
        plan().stages().getFirst(),
        19,
        Map.of("connection refused", 1),
        Map.of("reset", 2, "closed 1006", 3),
        new PhaseCounts(1200, 1190, 2380, 2330, 4, 5, 6, 7),
        new PhaseCounts(100, 99, 198, 196, 0, 0, 0, 0),
        2345,
        summary(1_000_000),
        summary(2_000_000),
        summary(3_000_000),
        new ReachSummary(
            summary(4_000_000),
            summary(5_000_000),
            summary(6_000_000),
            summary(7_000_000),
            summary(8_000_000)),
        summary(20_000),
        6,
        summary(30_000),
        8_000_400,
        4_000_200,
        2_000_000_000L,
        10_000_000_000L,
        new ArrivalSummary(
            Optional.of(ArrivalClock.KERNEL),
            summary(30_000),
            OptionalDouble.of(1.5),
            OptionalDouble.of(33.3333),
            OptionalLong.of(800),
            OptionalDouble.of(61.5),
            3),
        17_654_321,
        List.of(
            ScriptedResult.second(
                RAMP,
                0,
                10,
                5,
                9,
                TimeSummary.NONE,
                10,
                0,
                OptionalLong.empty(),
                1,
                2,
                3,
                1_000_000_000),
            ScriptedResult.second(
                HOLD,
                2,
                19,
                150,
                298,
                summary(1_500_000),
                300,
                2,
                OptionalLong.of(320),
                4,
                5,
                6,
                500_000_000)),
        List.of(
            new StageResult.Interval(
                RAMP, 0, 1_000_000_000, histogram(), histogram(), histogram(1_500_000)),
            new StageResult.Interval(
                HOLD,
                1_000_000_000,
                2_000_000_000,
                histogram(1_000_000, 2_000_000),
                histogram(900_000),
                histogram(3_000_000, 60_000_000_000L))),
        new UserAccount(
            4,
            summary(700_000),
            summary(900_000),
            new OwedDeliveries(2500, 12, 108),
            new RoundTripCoverage(1170, 1150, summary(9_000_000))),
        0);
  }

  static Histogram histogram(long... values) {
    Histogram histogram = new Histogram(3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    return histogram;
  }

  private static TimeSummary summary(long ns) {
    return new TimeSummary(
        100, ns + 1234.5, ns + 10_000, ns + 20_000, ns + 30_000, ns + 40_000, ns + 1_234_567_890L);
  }
}
