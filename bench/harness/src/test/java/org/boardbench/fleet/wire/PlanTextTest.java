package org.boardbench.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTextTest {
  private static final String LOAD =
      """
      seed: 7
      targets: [zoo]
      repetitions: 3
      thresholds: { rtt_p95_ms: "< 50" }
      workload: { boards: 4, rate: 2.5, payload: 400 }
      scenario:
        writers: { behaviour: strokes, weight: 3 }
        watchers: { behaviour: watch, weight: 1 }
      warm-up: { users: 8, ramp: 1s, hold: 2s }
      """;
  private static final String LISTED =
      LOAD
          + """
          stages:
            - { users: 8, ramp: 3s, hold: 10s }
            - users: 40
              hold: 20s
              churn: { stay: 30s }
              faults: [{ kind: cut, at: 3s, share: 50% }]
          reconnect: full-jitter
          deadlines: { join: 7s, drain: 3s }
          driver: { loop: nio, gather: 80us }
          """;

  @TempDir private Path folder;

  private ExperimentPlan plan(String yaml) throws InputException {
    return new PlanReader(Set.of("zoo")).beside(folder).read("x.yaml", yaml, PlanOverrides.NONE);
  }

  @Test
  void anAgentReadsWhatItsDriverNeedsOfAPlan() throws Exception {
    ExperimentPlan plan = plan(LISTED).withSeed(99);

    ExperimentPlan read = PlanText.read(PlanText.of(plan), 1);

    assertThat(read.workload()).isEqualTo(plan.workload());
    assertThat(read.seed()).isEqualTo(99);
    assertThat(read.reconnect()).isEqualTo(plan.reconnect());
    assertThat(read.deadlines()).isEqualTo(plan.deadlines());
    assertThat(read.maxUsers()).isEqualTo(40);
    assertThat(read.messageClasses()).isEqualTo(plan.messageClasses());
    assertThat(read.smallestMessageBytes()).isEqualTo(plan.smallestMessageBytes());
    assertThat(read.largestMessageBytes()).isEqualTo(plan.largestMessageBytes());
    assertThat(read.driver().cores()).isEqualTo(1);
    assertThat(read.driver().loop()).isEqualTo(LoopChoice.NIO);
    assertThat(read.driver().gather()).isEqualTo(plan.driver().gather());
    assertThat(read.driver().compression()).isEqualTo(plan.driver().compression());
    assertThat(read.hasFaults()).isFalse();
  }

  @Test
  void aStageAloneIsTheStageWithoutItsFaults() throws Exception {
    ExperimentPlan plan = plan(LISTED);
    StageSpec stage = plan.stages().getLast();

    StageSpec read = PlanText.read(PlanText.of(plan, stage), 1).stages().getFirst();

    assertThat(read.users()).isEqualTo(40);
    assertThat(read.ramp()).isEqualTo(stage.ramp());
    assertThat(read.hold()).isEqualTo(stage.hold());
    assertThat(read.churn()).isEqualTo(stage.churn());
    assertThat(read.scenario(plan.workload())).isEqualTo(stage.scenario(plan.workload()));
    StageSpec warmUp = plan.warmUp().orElseThrow();
    assertThat(PlanText.read(PlanText.of(plan, warmUp), 1).stages()).containsExactly(warmUp);
  }

  @Test
  void aTraceTravelsWithItsPlanAndNeverByItsName() throws Exception {
    Files.writeString(
        folder.resolve("trace.csv"), "at_ms,class,bytes\n0,stroke,300\n500,stroke,400\n");
    ExperimentPlan plan =
        plan(
            """
            targets: [zoo]
            scenario: { some: { behaviour: trace, trace: trace.csv } }
            stages: [{ users: 20, hold: 5s }]
            """);
    String text = PlanText.of(plan);

    assertThat(PlanText.read(text, 1).workload()).isEqualTo(plan.workload());
    String named =
        "{\"targets\":[\"server\"],\"stages\":[{\"users\":20,\"hold\":\"5s\"}],\"scenario\":"
            + "{\"some\":{\"behaviour\":\"trace\",\"trace\":\"/etc/passwd\"}}}";
    assertThatThrownBy(() -> PlanText.read(named, 1))
        .isInstanceOf(InputException.class)
        .hasMessage("plan.scenario.some.trace: must not name a file");
  }

  @Test
  void whatIsNoPlanIsRefused() {
    assertThatThrownBy(() -> PlanText.read("[", 1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> PlanText.read("{\"stage\": 1}", 1)).isInstanceOf(InputException.class);
  }

  @Test
  void aVariantThatAnAgentIsToStartIsReadAsItWas() throws Exception {
    Variant variant =
        plan("""
        targets:
          - { name: big, target: zoo, parameters: { heap: 1g }, limits: { cpus: 2 } }
        stages: [{ users: 20, hold: 5s }]
        """)
            .variants()
            .getFirst();

    assertThat(PlanText.variant(PlanText.of(variant), Set.of("zoo"))).isEqualTo(variant);
  }

  @Test
  void noMessageNamesAFolderThatIsNoTargetOfTheAgents() throws Exception {
    String text =
        PlanText.of(
            plan("targets: [zoo]\nstages: [{ users: 20, hold: 5s }]").variants().getFirst());

    assertThatThrownBy(() -> PlanText.variant(text, Set.of("other")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("must be one of other, was zoo");
    assertThatThrownBy(() -> PlanText.variant(text.replace("zoo", "../zoo"), Set.of("zoo")))
        .isInstanceOf(InputException.class);
  }
}
