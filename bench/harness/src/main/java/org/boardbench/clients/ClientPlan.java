package org.boardbench.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.RampShape;
import org.boardbench.plan.model.ReplicaSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;

/** What a plan may ask of clients of other people: steady load on one fresh process. */
final class ClientPlan {
  private static final String NOT_OF_CLIENTS = "is nothing that other clients can be asked for";

  private final ExperimentPlan plan;
  private final List<Problem> problems = new ArrayList<>();

  private ClientPlan(ExperimentPlan plan) {
    this.plan = plan;
  }

  /** One for each key that asks for more. */
  static List<Problem> objections(ExperimentPlan plan) {
    ClientPlan asked = new ClientPlan(plan);
    asked.checkRun();
    asked.checkStages();
    plan.variants().forEach(asked::check);
    return List.copyOf(asked.problems);
  }

  private void refuse(boolean isAsked, String key) {
    if (isAsked) {
      problems.add(new Problem(key, NOT_OF_CLIENTS));
    }
  }

  private void checkRun() {
    refuse(plan.warmUp().isPresent(), "warm-up");
    refuse(plan.capacity().isPresent(), "capacity");
    refuse(plan.profiledTrials() > 0, "profile");
    refuse(!plan.thresholds().isEmpty(), "thresholds");
    refuse(plan.workload().asksForHistory(), "workload.history");
    if (plan.stoppingRule().isPresent()) {
      problems.add(new Problem("repetitions", "must be one number"));
    }
  }

  private void checkStages() {
    refuse(!plan.workload().isSteady() || is(stage -> stage.ownScenario().isPresent()), "scenario");
    refuse(is(stage -> !stage.faults().isEmpty()), "stages[].faults");
    refuse(is(stage -> stage.churn().isPresent()), "stages[].churn");
    refuse(is(stage -> stage.rampShape() != RampShape.LINE), "stages[].ramp-shape");
    List<Integer> users = plan.stages().stream().map(StageSpec::users).toList();
    users.stream()
        .distinct()
        .filter(number -> users.indexOf(number) != users.lastIndexOf(number))
        .forEach(number ->
            problems.add(
                new Problem("stages[].users", "must be another one in each, was twice " + number)));
  }

  private boolean is(Predicate<StageSpec> asked) {
    return plan.stages().stream().anyMatch(asked);
  }

  private void check(Variant variant) {
    if (variant.launcher() != LauncherChoice.PROCESS) {
      problems.add(new Problem("launcher", "must be process for clients, of " + variant.name()));
    }
    refuse(!variant.limits().equals(LimitsSpec.NONE), "limits");
    refuse(!variant.replicas().equals(ReplicaSpec.ONE), "targets[].replicas");
  }
}
