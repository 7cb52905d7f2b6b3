package org.boardbench.fleet.coordinator;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;

/** What agents cannot do that share boards, since there are fewer boards than agents. */
final class SharedBoardObjections {
  private SharedBoardObjections() {}

  static List<Problem> of(ExperimentPlan plan, int agents) {
    List<Problem> problems = new ArrayList<>();
    if (plan.stages().stream().anyMatch(stage -> stage.churn().isPresent())) {
      problems.add(objection("whose users come and go", plan, agents));
    }
    if (plan.workload().asksForHistory()) {
      problems.add(objection("whose history users ask for", plan, agents));
    }
    return problems;
  }

  private static Problem objection(String what, ExperimentPlan plan, int agents) {
    return new Problem(
        AgentAddress.OPTION,
        "cannot share boards %s: %d agents need as many boards at least, the plan has %d (--boards)"
            .formatted(what, agents, plan.workload().boards()));
  }
}
