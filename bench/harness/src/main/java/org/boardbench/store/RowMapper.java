package org.boardbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.SecondResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.findings.within.HoldPercentile;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialKey;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.message.MessageClass;

/** What was measured as rows of a run's tables. */
record RowMapper(String runId, ExperimentPlan plan) {
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
        records.add(
            new ClassRecord(
                MessageClass.of(number).key(),
                stage(row, messages, messages.hold(), messages.ramp())));
      }
    }
    return records;
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
        times(messages, result.stallMaxNs()),
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

  private TrialKey key(TrialId trial) {
    return new TrialKey(runId, trial.id(), trial.target(), trial.repetition(), trial.order());
  }

  private StageRecord.Load load(StageResult result) {
    Scenario scenario = result.spec().scenario(plan.workload());
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
        result.join());
  }

  private static StageRecord.Times times(MessageResult messages, long stallMaxNs) {
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
        stallMaxNs);
  }

  private static Optional<StageRecord.Between> between(Histogram times, double quantile) {
    return HoldPercentile.of(times, quantile)
        .flatMap(percentile -> percentile.bounds().interval())
        .map(ns -> new StageRecord.Between((long) ns.low(), (long) ns.high()));
  }
}
