package org.boardbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.findings.within.HoldPercentile;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.row.AgentFigures;
import org.boardbench.results.row.AgentRecord;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialKey;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.message.MessageClass;

/**
 * What was measured as rows of a run's tables.
 *
 * @param typical of each scenario of the plan, the sizes of its classes' messages
 */
record RowMapper(
    String runId, ExperimentPlan plan, Map<Scenario, Map<MessageClass, TypicalSize>> typical) {
  RowMapper(String runId, ExperimentPlan plan) {
    this(
        runId,
        plan,
        plan.stages().stream()
            .map(stage -> stage.scenario(plan.workload()))
            .distinct()
            .collect(Collectors.toMap(Function.identity(), TypicalSize::of)));
  }

  TrialRecord of(TrialRow row) {
    return new TrialRecord(
        key(row.trial()),
        row.status().name().toLowerCase(Locale.ROOT),
        row.reason(),
        row.start(),
        row.seconds(),
        row.measuredFrom(),
        plan.seed(row.trial().repetition()),
        row.serverEndedUsers());
  }

  StageRecord of(StageRow row) {
    StageResult result = row.result();
    return stage(row, result.messages(), result.hold(), result.ramp());
  }

  /** Of each class that the stage's schedule has messages of. */
  List<ClassRecord> classes(StageRow row) {
    List<ClassRecord> records = new ArrayList<>();
    List<MessageResult> classes = row.result().classes();
    for (int number = 0; number < classes.size(); number++) {
      MessageResult messages = classes.get(number);
      if (messages.hold().scheduled() > 0) {
        records.add(ofClass(row, MessageClass.of(number), messages));
      }
    }
    return records;
  }

  private ClassRecord ofClass(StageRow row, MessageClass messageClass, MessageResult messages) {
    Histogram delivery = messages.times().delivery();
    Optional<TypicalSize> size = typicalSize(row, messageClass);
    return new ClassRecord(
        messageClass.key(),
        messageClass.isDroppable(),
        messageClass.lateAfterNs().stream()
            .map(ns -> TimeHistograms.longerThan(delivery, ns))
            .findFirst(),
        TimeHistograms.figures(messages.times().pointAge()),
        new ClassRecord.Sizes(
            messages.sentBytes(),
            size.map(one -> OptionalInt.of(one.bytes())).orElse(OptionalInt.empty()),
            size.map(one -> OptionalInt.of(one.deflatedBytes())).orElse(OptionalInt.empty())),
        stage(row, messages, messages.hold(), messages.ramp()));
  }

  private Optional<TypicalSize> typicalSize(StageRow row, MessageClass messageClass) {
    Scenario scenario = row.result().spec().scenario(plan.workload());
    return Optional.ofNullable(typical.getOrDefault(scenario, Map.of()).get(messageClass));
  }

  private StageRecord stage(
      StageRow row, MessageResult messages, MessageCounts hold, MessageCounts ramp) {
    StageResult result = row.result();
    return new StageRecord(
        key(row.trial()),
        load(result),
        users(result),
        hold,
        ramp,
        new StageRecord.Owed(messages.unserved(), messages.owed().total()),
        new StageRecord.Traffic(result.receivedInHold(), result.rxBytes(), result.txBytes()),
        times(messages, result),
        result.arrivals(),
        row.costs(),
        row.verdict().reasons());
  }

  SecondRecord of(TrialId trial, SecondResult second) {
    return new SecondRecord(
        key(trial),
        second.phase().stage(),
        second.second(),
        second.lengthNs(),
        second.messages(),
        second.users(),
        second.changes(),
        second.rtt());
  }

  ResourceRecord of(TrialId trial, ComponentSecond used) {
    return new ResourceRecord(key(trial), used);
  }

  EventRecord of(TrialId trial, int stage, int number, long holdNs, FaultEvent fault) {
    return new EventRecord(key(trial), stage, number, holdNs, fault);
  }

  RecoveryRecord of(TrialId trial, int stage, int fault, RecoveryFigures recovery) {
    return new RecoveryRecord(key(trial), stage, fault, recovery);
  }

  AgentRecord of(TrialId trial, int stage, AgentFigures figures) {
    return new AgentRecord(key(trial), stage, figures);
  }

  /** A row for each replica. */
  List<ReplicaRecord> of(TrialId trial, int stage, ReplicaSecond second) {
    return IntStream.range(0, second.users().size())
        .mapToObj(index ->
            new ReplicaRecord(
                key(trial), stage, second.second(), index + 1, second.users().get(index)))
        .toList();
  }

  private TrialKey key(TrialId trial) {
    return new TrialKey(runId, trial.id(), trial.target(), trial.repetition(), trial.order());
  }

  private StageRecord.Load load(StageResult result) {
    Scenario scenario = result.spec().weighedScenario(plan.workload());
    return new StageRecord.Load(
        result.number(),
        result.spec().users(),
        plan.workload().boards(),
        scenario.ratePerUser(),
        (int) Math.round(scenario.meanBytes()),
        result.holdSeconds());
  }

  private static StageRecord.Users users(StageResult result) {
    return new StageRecord.Users(
        result.joined(),
        result.connectFailures(),
        result.disconnects(),
        result.reconnects(),
        result.churn().left(),
        result.churn().joined(),
        result.connect(),
        result.join(),
        TimeHistograms.figures(result.snapshots().times()),
        result.snapshots().bytes());
  }

  private static StageRecord.Times times(MessageResult messages, StageResult result) {
    MessageTimes times = messages.times();
    return new StageRecord.Times(
        TimeHistograms.figures(times.rtt()),
        TimeHistograms.figures(times.service()),
        TimeHistograms.figures(times.delivery()),
        times.reach().figures(),
        TimeHistograms.figures(times.sendDelay()),
        messages.coverage(),
        between(times.rtt(), 0.95),
        between(times.rtt(), 0.99),
        new StageRecord.Paths(
            TimeHistograms.figures(result.paths().same()),
            TimeHistograms.figures(result.paths().crossing())),
        result.stallMaxNs());
  }

  private static Optional<StageRecord.Between> between(Histogram times, double quantile) {
    return HoldPercentile.of(times, quantile)
        .flatMap(percentile -> percentile.bounds().interval())
        .map(ns -> new StageRecord.Between((long) ns.low(), (long) ns.high()));
  }
}
