package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

class ThresholdsReaderTest {
  private static final String PLAN =
      """
      targets: [ape, { name: zoo-big, target: zoo }]
      stages: [{ users: 20, hold: 5s }]
      """;
  private static final String THRESHOLDS =
      """
      thresholds:
        rtt_p99_ms: "< 50"
        owed_lost_pct: "<= 0.1"
        zoo-big: { rtt_p99_ms: "< 20" }
      """;

  private final PlanReader reader = new PlanReader(Set.of("ape", "zoo"), Machines.ofCores(4));

  private static List<String> words(ExperimentPlan plan) {
    return plan.thresholds().stream()
        .map(one -> one.variant().map(name -> name + ": ").orElse("") + one.words())
        .toList();
  }

  @Test
  void readsThresholdsOfAllVariantsAndOfOne() throws InputException {
    ExperimentPlan plan = reader.read("x.yaml", PLAN + THRESHOLDS, PlanOverrides.NONE);

    assertThat(words(plan))
        .containsExactly("rtt_p99_ms < 50", "owed_lost_pct <= 0.1", "zoo-big: rtt_p99_ms < 20");
  }

  @Test
  void readsThresholdsOfAMessageClass() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "x.yaml",
            PLAN + THRESHOLDS + "  cursor: { late_pct: \"< 5\", rtt_p95_ms: \"< 90\" }\n",
            PlanOverrides.NONE);

    assertThat(words(plan)).endsWith("late_pct of cursor < 5", "rtt_p95_ms of cursor < 90");
    assertThat(plan.thresholds().getLast().messageClass()).contains("cursor");
    String stored = new Dump(DumpSettings.builder().build()).dumpToString(PlanTree.of(plan));
    assertThat(words(reader.read("run.json", stored, PlanOverrides.NONE))).isEqualTo(words(plan));
  }

  @Test
  void refusesAFigureThatNoMessageClassHas() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.read(
                    "x.yaml",
                    PLAN + "thresholds: { late_pct: \"< 5\", stroke: { cpu_mean_pct: \"< 5\" } }\n",
                    PlanOverrides.NONE));

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .anyMatch(one -> one.startsWith("thresholds.late_pct: unknown figure"))
        .anyMatch(
            one -> one.startsWith("thresholds.stroke.cpu_mean_pct: unknown figure of a message"));
  }

  @Test
  void aPlanWithoutThemHasNoneAndStoresNone() throws InputException {
    ExperimentPlan plan = reader.read("x.yaml", PLAN, PlanOverrides.NONE);

    assertThat(plan.thresholds()).isEmpty();
    assertThat(PlanTree.of(plan)).doesNotContainKey("thresholds");
  }

  @Test
  void areReadAgainAsTheyAreStored() throws InputException {
    ExperimentPlan plan = reader.read("x.yaml", PLAN + THRESHOLDS, PlanOverrides.NONE);
    String stored = new Dump(DumpSettings.builder().build()).dumpToString(PlanTree.of(plan));

    assertThat(words(reader.read("run.json", stored, PlanOverrides.NONE))).isEqualTo(words(plan));
  }

  @Test
  void thoseOfAVariantThatAnOptionLeavesOutAreLeftOut() throws InputException {
    ExperimentPlan plan =
        reader.read(
            "x.yaml", PLAN + THRESHOLDS, new PlanOverrides(Map.of("--targets", "ape"), List.of()));

    assertThat(plan.thresholds()).extracting(Threshold::variant).allMatch(v -> v.isEmpty());
  }

  @Test
  void tellsEveryMistakeWithItsKey() {
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.read(
                    "x.yaml",
                    PLAN
                        + """
                        thresholds:
                          rtt_p9_ms: "< 50"
                          rtt_p99_ms: 50
                          valid: "< 50"
                          tps: [1]
                          zoo-bigg: { rtt_p99_ms: "< 20" }
                          ape: { rtt_p50_ms: "< x" }
                        """,
                    PlanOverrides.NONE));

    assertThat(refused.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "thresholds.rtt_p9_ms: unknown figure; did you mean rtt_p95_ms?",
            "thresholds.rtt_p99_ms: must be <, <=, > or >= and a number, as in \"< 50\", was 50",
            "thresholds.valid: unknown figure",
            "thresholds.tps: must be a single value, was a list",
            "thresholds.zoo-bigg: unknown variant or message class; did you mean zoo-big?",
            "thresholds.ape.rtt_p50_ms: must be <, <=, > or >= and a number, as in \"< 50\", was <"
                + " x");
  }
}
