package org.boardbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.junit.jupiter.api.Test;

class ClientPlanTest {
  private static List<String> objections(String yaml) throws InputException {
    return ClientPlan.objections(
            new PlanReader(Set.of("tiny")).read("mine.yaml", yaml, PlanOverrides.NONE))
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aSteadyLoadOnOneProcessIsWhatAnyClientCanDo() throws Exception {
    assertThat(
            objections(
                """
                targets: [tiny]
                repetitions: 3
                stages: [{ users: 100, hold: 5s }, { users: 300, ramp: 5s, hold: 20s }]
                """))
        .isEmpty();
  }

  @Test
  void allElseIsRefusedByItsKey() throws Exception {
    String no = ": is nothing that other clients can be asked for";

    assertThat(
            objections(
                """
                targets:
                  - { target: tiny, replicas: 2, balancer: direct, limits: { cpus: 1 } }
                workload: { history: asked }
                warm-up: { users: 10, hold: 1s }
                thresholds: { rtt_p99_ms: "< 50" }
                profile: 1
                stages:
                  - { users: 100, hold: 5s, scenario: poisson }
                  - { users: 200, hold: 5s, ramp-shape: flash-crowd, churn: { stay: 30s, away: 5s } }
                  - { users: 300, hold: 40s, faults: [{ at: 5s, kind: cut, share: 20% }] }
                """))
        .containsExactlyInAnyOrder(
            "warm-up" + no,
            "profile" + no,
            "thresholds" + no,
            "workload.history" + no,
            "scenario" + no,
            "stages[].faults" + no,
            "stages[].churn" + no,
            "stages[].ramp-shape" + no,
            "limits" + no,
            "targets[].replicas" + no);
  }

  @Test
  void aLoadHasOneFolderAndSoOneStage() throws Exception {
    assertThat(
            objections(
                "targets: [tiny]\nstages: [{ users: 100, hold: 5s }, { users: 100, hold: 9s }]"))
        .containsExactly("stages[].users: must be another one in each, was twice 100");
  }
}
