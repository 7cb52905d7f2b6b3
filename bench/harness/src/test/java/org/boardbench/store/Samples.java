package org.boardbench.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.ArrivalClock;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.store.origin.DriverRecord;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.verdict.Verdict;

/** Results with a value of its own in every column, so that no two can be mixed up unseen. */
public final class Samples {
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
        ExperimentPlan.usual("sample", 42)
            .with(ExperimentPlan.DESCRIPTION, "what it asks")
            .with(ExperimentPlan.REPETITIONS, RepetitionsSpec.of(2)),
        List.of(
            new Variant(
                "node-ws",
                "node-ws",
                LauncherChoice.DOCKER,
                Map.of("workers", "4", "heap", "512m"),
                LIMITS,
                1),
            new Variant("fast", "fastapi", LauncherChoice.PROCESS, Map.of(), LIMITS, 2)
                .with(Variant.TITLE, "Fast")
                .with(Variant.NOTE, "Under a name of its own.")),
        Optional.empty(),
        new WorkloadSpec(10, 0.5, 300),
        Optional.of(new StageSpec(10, Duration.ZERO, Duration.ofMillis(500))),
        List.of(
            new StageSpec(20, Duration.ofSeconds(2), Duration.ofSeconds(8)),
            new StageSpec(60, Duration.ofSeconds(2), Duration.ofMinutes(2))),
        DeadlineSpec.usual().with(DeadlineSpec.DRAIN, Duration.ofSeconds(3)),
        ReconnectSpec.usual(),
        DriverSpec.onCores(1).with(DriverSpec.LOOP, LoopChoice.NIO),
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
        ExperimentPlan.usual("external", plan.seed()),
        List.of(Variant.of("external", Map.of())),
        Optional.of(
            new ExternalSpec(
                URI.create("ws://me:secret@host:9000/ws?token=secret"),
                "raw",
                Map.of("Authorization", "secret"),
                trust,
                Optional.empty())),
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

  public static RunOrigin origin() {
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
    boolean isFailed = status == TrialRow.Status.FAILED;
    return new TrialRow(
        trial,
        status,
        reason,
        EPOCH.plusSeconds(3),
        34.5678,
        isFailed ? Optional.empty() : Optional.of(EPOCH.plusSeconds(5)),
        isFailed ? OptionalInt.of(300) : OptionalInt.empty());
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
    ScriptedResult stage = new ScriptedResult();
    stage.number = 2;
    stage.spec = plan().stages().get(1);
    stage.connectFailures = Map.of("connection refused", 59, "join deadline", 1);
    return new StageRow(
        TRIAL,
        stage.result(),
        HoldCosts.UNKNOWN,
        new Verdict(
            List.of(
                new Reason(ReasonCode.RUN_DELAY, 12.34, 5),
                new Reason(ReasonCode.STALL, 81.2, 50))));
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
                OptionalDouble.of(30_000_000),
                OptionalLong.of(321)),
            "cgroup-v1+sockets",
            new ComponentSecond.Limited(OptionalDouble.of(12.34), OptionalLong.of(1))),
        new ComponentSecond(
            0,
            "redis, \"the\" companion",
            new ComponentSecond.Use(
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty()),
            "proc+redis-info",
            new ComponentSecond.Limited(OptionalDouble.empty(), OptionalLong.empty())));
  }

  static StageResult stageResult() {
    ScriptedResult stage = new ScriptedResult();
    stage.spec = plan().stages().getFirst();
    stage.holdStartNs = 2_000_000_000L;
    stage.holdEndNs = 10_000_000_000L;
    stage.joined = 19;
    stage.connectFailures = Map.of("connection refused", 1);
    stage.disconnects = Map.of("reset", 2, "closed 1006", 3);
    stage.reconnects = 4;
    stage.churn = new ConnectionResult.Churn(8, 7);
    stage.connect = figures(700_000);
    stage.join = figures(900_000);
    stage.snapshot = figures(800_000);
    stage.snapshotBytes = 123_456;
    stage.hold = new MessageCounts(1200, 1190, 2380, 2330, 4, 5, 6, 7);
    stage.ramp = new MessageCounts(100, 99, 198, 196, 0, 0, 0, 0);
    stage.unserved = 6;
    stage.owed = new OwedDeliveries(2500, 12, 108);
    stage.sentBytes = 357_000;
    stage.ringShortages = OptionalLong.of(2);
    stage.coverage = new StageRecord.Coverage(1170, 1150, figures(9_000_000));
    stage.rtt = figures(1_000_000);
    stage.service = figures(2_000_000);
    stage.delivery = figures(3_000_000);
    stage.pointAge = figures(30_000_000);
    stage.sendDelay = figures(20_000);
    stage.reach = new StageRecord.Reach(figures(4_000_000), figures(5_000_000), figures(8_000_000));
    stage.receivedInHold = 2345;
    stage.rxBytes = 8_000_400;
    stage.txBytes = 4_000_200;
    stage.driverSendDelay = figures(30_000);
    stage.stallMaxNs = 17_654_321;
    stage.arrivalClock = Optional.of(ArrivalClock.KERNEL);
    stage.receiveDelay = figures(30_000);
    stage.framesPerRead = 1.5;
    stage.sharedStampPct = 33.3333;
    stage.clockMoveMaxNs = OptionalLong.of(800);
    stage.receiveBufferMaxPct = 61.5;
    stage.negativeTimes = 3;
    stage.seconds = seconds();
    stage.intervals = intervals();
    return stage.result();
  }

  private static List<SecondResult> seconds() {
    return List.of(
        ScriptedResult.second(
            RAMP,
            0,
            1_000_000_000,
            new SecondRecord.Messages(5, 9, 10, 0, OptionalLong.empty(), 1),
            10,
            new SecondRecord.UserChanges(2, 3),
            TimeFigures.NONE),
        ScriptedResult.second(
            HOLD,
            2,
            500_000_000,
            new SecondRecord.Messages(150, 298, 300, 2, OptionalLong.of(320), 4),
            19,
            new SecondRecord.UserChanges(5, 6),
            figures(1_500_000)));
  }

  private static List<StageResult.Interval> intervals() {
    return List.of(
        new StageResult.Interval(
            RAMP, 0, 1_000_000_000, new KeptTimes(histogram(), histogram(), histogram(1_500_000))),
        new StageResult.Interval(
            HOLD,
            1_000_000_000,
            2_000_000_000,
            new KeptTimes(
                histogram(1_000_000, 2_000_000),
                histogram(900_000),
                histogram(3_000_000, 60_000_000_000L))));
  }

  static KeptHistogram histogram(long... values) {
    Histogram histogram = new Histogram(3);
    for (long value : values) {
      histogram.recordValue(value);
    }
    return KeptHistogram.of(histogram);
  }

  private static TimeFigures figures(long ns) {
    return new TimeFigures(
        100, ns + 1234.5, ns + 10_000, ns + 20_000, ns + 30_000, ns + 40_000, ns + 1_234_567_890L);
  }
}
