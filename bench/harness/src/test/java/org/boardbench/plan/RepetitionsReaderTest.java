package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.store.file.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionsReaderTest {
  private static final String STAGE = "stages: [{ users: 20, hold: 5s }]\n";

  private final PlanReader reader = new PlanReader(Set.of("node-ws"));

  private ExperimentPlan inFile(String text) throws InputException {
    return reader.read("f.yaml", STAGE + text, PlanOverrides.NONE);
  }

  private ExperimentPlan byOption(String inFile, String text) throws InputException {
    PlanOverrides overrides = new PlanOverrides(Map.of("--repetitions", text), List.of());
    return reader.read("f.yaml", STAGE + inFile, overrides);
  }

  @Test
  void aNumberIsFixed() throws InputException {
    assertThat(inFile("").repetitions()).isEqualTo(1);
    assertThat(inFile("repetitions: 4").repetitions()).isEqualTo(4);
    assertThat(inFile("repetitions: 4").stoppingRule()).isEmpty();
    assertThat(byOption("repetitions: 4", "3").repetitions()).isEqualTo(3);
  }

  @Test
  void aRuleIsAMapInAFileAndHasAWordAsAnOption() throws InputException {
    StoppingRule rule = new StoppingRule(4, 8, 0.05);

    assertThat(inFile("repetitions: { least: 4, most: 8, until: 5% }").stoppingRule())
        .contains(rule);
    assertThat(byOption("", "4..8@5%").stoppingRule()).contains(rule);
    assertThat(byOption("repetitions: 9", "4..8@5%").repetitions()).isEqualTo(8);
    assertThat(byOption("repetitions: { until: 1% }", "3").stoppingRule()).isEmpty();
  }

  @Test
  void leastAndMostMayBeLeftOut() throws InputException {
    assertThat(inFile("repetitions: { until: 12.5% }").stoppingRule())
        .contains(new StoppingRule(3, 10, 0.125));
  }

  @Test
  void aStoredPlanHasTheRule() throws InputException {
    ExperimentPlan plan = inFile("repetitions: { least: 4, most: 8, until: 12.5% }");
    String stored = JsonText.MAPPER.writeValueAsString(PlanTree.of(plan));

    assertThat(reader.read("f.yaml", stored, PlanOverrides.NONE)).isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ least: 2, until: 5% }|repetitions.least|must be a whole number from 3 to 100, was 2",
        "{ most: 101, until: 5% }|repetitions.most|must be a whole number from 3 to 100, was 101",
        "{ least: 5, most: 4, until: 5% }|repetitions.most|"
            + "must be at least 5 (repetitions.least), was 4",
        "{ until: 5 }|repetitions.until|"
            + "must be a share from 0.1% to 1000%, written like 10%, was 5",
        "{ until: 0% }|repetitions.until|"
            + "must be a share from 0.1% to 1000%, written like 10%, was 0%",
        "{ most: 5 }|repetitions.until|is missing"
      })
  void whatIsWrongInAMapIsSaidOfItsPart(String map, String key, String message) {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> inFile("repetitions: " + map));

    assertThat(refused.problems()).containsExactly(new Problem(key, message));
  }

  @Test
  void whatIsWrongInAnOptionIsSaidOfItsPart() {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> byOption("", "3..x@0.01%"));

    assertThat(refused.problems())
        .containsExactly(
            new Problem("--repetitions most", "must be a whole number from 3 to 100, was x"),
            new Problem(
                "--repetitions until",
                "must be a share from 0.1% to 1000%, written like 10%, was 0.01%"));
    assertThat(catchThrowableOfType(InputException.class, () -> byOption("", "3..10")).problems())
        .extracting(Problem::key)
        .containsExactly("--repetitions");
  }
}
