package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.plan.Machines;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.store.TrialRow.Status;
import org.boardbench.store.file.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What the plan of a run that goes on may differ in. */
class ResumedPlanTest {
  @TempDir private Path results;

  @Test
  void resumingRefusesAnotherPlanAndNamesEachDifference() throws Exception {
    Path run = finishedRun();
    ExperimentPlan other =
        Machines.reader(4, "node-ws", "fastapi")
            .read(
                "run.json",
                ResultStore.experimentOf(run),
                new PlanOverrides(
                    Map.of("--users", "20,70", "--seed", "7", "--rate", "1"),
                    List.of("node-ws.heap=1g")));

    assertThatThrownBy(() -> ResultStore.resume(run, other, Samples.origin()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            plan.seed: the run to resume has 42, this plan has 7
            plan.stages[2].users: the run to resume has 60, this plan has 70
            plan.targets[1].parameters.heap: the run to resume has 512m, this plan has 1g
            plan.workload.rate: the run to resume has 0.5, this plan has 1.0\
            """);
  }

  @Test
  void aRunWithoutAReconnectPolicyIsNotGoneOnWithUnderOne() throws Exception {
    Path run;
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), Samples.plan(), Samples.origin())) {
      run = store.folder();
    }
    Path json = run.resolve("run.json");
    Files.writeString(json, Files.readString(json).replaceFirst("\"reconnect\" : \"[^\"]*\",", ""));

    assertThatThrownBy(() -> ResultStore.resume(run, Samples.plan(), Samples.origin()))
        .hasMessage(
            "plan.reconnect: the run to resume has absent, this plan has"
                + " first=0s,backoff=1s..30s,jitter=50");
  }

  @Test
  void aRunFromBeforeThereWereVariantsGoesOn() throws Exception {
    PlanReader reader = Machines.reader(4, "node-ws", "fastapi");
    ExperimentPlan plan =
        reader.read(
            "earlier.yaml",
            """
            targets: [node-ws, node-ws@docker, fastapi]
            limits: { cpus: 2 }
            parameters: { node-ws: { workers: 2 } }
            stages: [ { users: 20, hold: 1s } ]
            """,
            PlanOverrides.NONE);
    Path run;
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), plan, Samples.origin())) {
      run = store.folder();
    }
    Path json = run.resolve("run.json");
    ObjectNode root = (ObjectNode) JsonText.MAPPER.readTree(Files.readString(json));
    ObjectNode stored = (ObjectNode) root.path("plan");
    stored.putArray("targets").add("node-ws").add("node-ws@docker").add("fastapi");
    stored.putObject("parameters").putObject("node-ws").put("workers", "2");
    Files.writeString(json, root.toString());

    assertThat(reader.read("run.json", ResultStore.experimentOf(run), PlanOverrides.NONE))
        .isEqualTo(plan);
    ResultStore.resume(run, plan, Samples.origin()).close();
  }

  @Test
  void aStoredPlanIsAnExperimentFileAndMayGetMoreRepetitions() throws Exception {
    Path run = finishedRun();
    PlanReader reader = Machines.reader(4, "node-ws", "fastapi");
    String stored = ResultStore.experimentOf(run);
    assertThat(reader.read("run.json", stored, PlanOverrides.NONE)).isEqualTo(Samples.plan());

    ExperimentPlan more =
        reader.read("run.json", stored, new PlanOverrides(Map.of("--repetitions", "3"), List.of()));
    ResultStore.resume(run, more, Samples.origin()).close();

    assertThat(Files.readString(run.resolve("run.json"))).contains("\"repetitions\" : 3");
    assertThatThrownBy(() -> ResultStore.resume(run, Samples.plan(), Samples.origin()))
        .hasMessage("plan.repetitions: the run to resume has 3, this plan has 2");
  }

  @Test
  void whatOnlyReportsShowOfAVariantMayChangeWhereARunGoesOn() throws Exception {
    Path run = finishedRun();
    String shown =
        ResultStore.experimentOf(run)
            .replace("\"title\":\"Fast\"", "\"title\":\"Faster\",\"group\":\"plain\"");
    ExperimentPlan plan =
        Machines.reader(4, "node-ws", "fastapi").read("run.json", shown, PlanOverrides.NONE);

    ResultStore.resume(run, plan, Samples.origin()).close();

    assertThat(
            JsonText.MAPPER
                .readTree(run.resolve("run.json"))
                .at("/plan/targets/1/group")
                .asString())
        .isEqualTo("plain");
  }

  @Test
  void aRunThatARuleEndsHasTheRulesConfidenceAndHowItEnded() throws Exception {
    PlanReader reader = Machines.reader(4, "node-ws", "fastapi");
    String stored = ResultStore.experimentOf(finishedRun());
    ExperimentPlan ruled =
        reader.read(
            "run.json", stored, new PlanOverrides(Map.of("--repetitions", "3..7@10%"), List.of()));
    Path run;
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), ruled, Samples.origin())) {
      run = store.folder();
      assertThat(ResultStore.confidenceOf(run)).isEqualTo(0.99);
      assertThat(store.decided(3)).as("nobody has looked").isEmpty();
      store.append(4, new StoppingRule.Look(true, "repetition 4 of at most 7: enough"));
    }

    assertThat(ResultStore.confidenceOf(run)).isEqualTo(0.99);
    assertThat(JsonText.MAPPER.readTree(run.resolve("run.json")).path("stopping").toString())
        .isEqualTo(
            "{\"confidence\":0.99,\"after\":4,\"is_enough\":true,"
                + "\"words\":\"repetition 4 of at most 7: enough\"}");
    assertThat(reader.read("run.json", ResultStore.experimentOf(run), PlanOverrides.NONE))
        .isEqualTo(ruled);
    try (ResultStore resumed = ResultStore.resume(run, ruled, Samples.origin())) {
      assertThat(resumed.decided(3).map(StoppingRule.Look::isEnough)).as("went on").hasValue(false);
      assertThat(resumed.decided(4))
          .hasValue(new StoppingRule.Look(true, "repetition 4 of at most 7: enough"));
      assertThat(resumed.decided(5)).isEmpty();
    }
  }

  @Test
  void theRuleOfARunCannotBeChanged() throws Exception {
    PlanReader reader = Machines.reader(4, "node-ws", "fastapi");
    Path run = finishedRun();
    ExperimentPlan ruled =
        reader.read(
            "run.json",
            ResultStore.experimentOf(run),
            new PlanOverrides(Map.of("--repetitions", "3..7@10%"), List.of()));

    assertThatThrownBy(() -> ResultStore.resume(run, ruled, Samples.origin()))
        .hasMessageContaining(
            "plan.repetitions.most: the run to resume has absent, this plan has 7");
    assertThat(ResultStore.confidenceOf(run)).isEqualTo(0.95);
  }

  private Path finishedRun() throws IOException, InputException {
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), Samples.plan(), Samples.origin())) {
      TrialId trial = store.begin(Samples.planned("node-ws", 1));
      store.append(Samples.stageRow(), Samples.resourceRows());
      store.append(Samples.trialRow(trial, Status.OK, ""));
      return store.folder();
    }
  }
}
