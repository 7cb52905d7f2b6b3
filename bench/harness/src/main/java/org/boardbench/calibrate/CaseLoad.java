package org.boardbench.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.RepetitionsSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.results.row.CalibrationRow;
import org.boardbench.results.row.CalibrationValue;

/**
 * What a case has the users do.
 *
 * @param ratePerUser messages that one user publishes a second; 0 where each stage has its own
 * @param warmUp a hold before the measured one, with the same users; zero: none
 * @param drain how long the stage waits for what has not arrived
 */
record CaseLoad(
    int users,
    int boards,
    double ratePerUser,
    Duration ramp,
    Duration warmUp,
    Duration hold,
    Duration drain) {

  /** Deliveries that are due in a second. */
  double deliveriesPerSecond() {
    return messagesPerSecond() * users / boards;
  }

  double messagesPerSecond() {
    return users * ratePerUser;
  }

  /** The same users, with the rate that makes so many deliveries due in a second. */
  CaseLoad withDeliveriesPerSecond(double deliveriesPerSecond) {
    return withRate(deliveriesPerSecond * boards / ((double) users * users));
  }

  CaseLoad withoutWarmUp() {
    return new CaseLoad(users, boards, ratePerUser, ramp, Duration.ZERO, hold, drain);
  }

  private CaseLoad withRate(double newRate) {
    return new CaseLoad(users, boards, newRate, ramp, warmUp, hold, drain);
  }

  /** Rows of {@code step} that this load brought. */
  List<CalibrationRow> rows(CalibrationStep step, List<CalibrationValue> findings) {
    return findings.stream().map(finding -> row(step, OptionalInt.empty(), finding)).toList();
  }

  CalibrationRow row(CalibrationStep step, OptionalInt repetition, CalibrationValue finding) {
    OptionalDouble rate = ratePerUser > 0 ? OptionalDouble.of(ratePerUser) : OptionalDouble.empty();
    return new CalibrationRow(step.part(), step.name(), users, boards, rate, repetition, finding);
  }

  /** Ramp and holds together. */
  Duration planned() {
    return ramp.plus(warmUp).plus(hold);
  }

  /** The load as a plan; seed, deadlines and driver are those of {@code base}. */
  ExperimentPlan plan(ExperimentPlan base) {
    Optional<StageSpec> warmUpStage =
        Optional.of(new StageSpec(users, ramp, warmUp)).filter(stage -> !warmUp.isZero());
    // After a warm-up everybody has joined already.
    Duration ramping = warmUp.isZero() ? ramp : Duration.ZERO;
    return new ExperimentPlan(
        base.values().with(ExperimentPlan.REPETITIONS, RepetitionsSpec.of(1)),
        base.variants(),
        Optional.empty(),
        new WorkloadSpec(boards, ratePerUser, base.workload().payloadBytes()),
        warmUpStage,
        List.of(new StageSpec(users, ramping, hold)),
        base.deadlines().with(DeadlineSpec.DRAIN, drain),
        // What a server does to a user must not depend on when that user is back.
        ReconnectSpec.NEVER,
        base.driver(),
        base.cpus(),
        base.launch(),
        base.validity());
  }
}
