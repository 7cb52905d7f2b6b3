package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ChurnSpec;
import org.boardbench.plan.model.ChurnSpec.Distribution;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.RampShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnReaderTest {
  private final PlanReader reader = new PlanReader(Set.of("node-ws"));

  private ExperimentPlan plan(String ofStage, Map<String, String> options) throws InputException {
    String file = "stages: [{ users: 20, hold: 5s" + ofStage + " }, { users: 40, hold: 5s }]\n";
    return reader.read("f.yaml", file, new PlanOverrides(options, List.of()));
  }

  private List<Optional<ChurnSpec>> churn(String ofStage, Map<String, String> options)
      throws InputException {
    return plan(ofStage, options).stages().stream().map(stage -> stage.churn()).toList();
  }

  private static ChurnSpec spec(int stayS, int awayS, Distribution distribution) {
    return new ChurnSpec(Duration.ofSeconds(stayS), Duration.ofSeconds(awayS), distribution);
  }

  @Test
  void whereNothingIsSaidNobodyLeavesOnPurpose() throws InputException {
    assertThat(churn("", Map.of())).containsExactly(Optional.empty(), Optional.empty());
    assertThat(churn(", churn: none", Map.of())).containsOnly(Optional.empty());
  }

  @Test
  void aFileHasAMapOfWhichOnlyTheMeanStayMustBeThere() throws InputException {
    assertThat(churn(", churn: { stay: 30s }", Map.of()).getFirst())
        .contains(spec(30, 5, Distribution.EXPONENTIAL));
    assertThat(
            churn(", churn: { stay: 1m, away: 0s, distribution: lognormal }", Map.of()).getFirst())
        .contains(spec(60, 0, Distribution.LOGNORMAL));
  }

  @Test
  void theOptionIsOfEveryStageAndWins() throws InputException {
    assertThat(churn("", Map.of("--churn", "stay=20s,away=1s")))
        .containsOnly(Optional.of(spec(20, 1, Distribution.EXPONENTIAL)));
    assertThat(churn(", churn: { stay: 30s }", Map.of("--churn", "none")))
        .containsOnly(Optional.empty());
  }

  @Test
  void aRampHasAShape() throws InputException {
    assertThat(plan(", ramp-shape: flash-crowd", Map.of()).stages())
        .extracting(stage -> stage.rampShape())
        .containsExactly(RampShape.FLASH_CROWD, RampShape.LINE);
    assertThat(plan("", Map.of("--ramp-shape", "steps")).stages())
        .extracting(stage -> stage.rampShape())
        .containsOnly(RampShape.STEPS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "churn: { away: 5s }| stages[1].churn.stay: is missing: churn needs the mean time that a user"
            + " stays",
        "churn: { stay: 0s }| stages[1].churn.stay: must be a duration from 1ms to 86400s, written"
            + " like 500ms, 10s or 2m, was 0s",
        "churn: { stay: 3s }| stages[1].churn.stay: must be at least 10s (deadlines.join), was 3s",
        "churn: { stay: 30s, away: 5 }| stages[1].churn.away: must be a duration from 0s to 86400s,"
            + " written like 500ms, 10s or 2m, was 5",
        "churn: { stay: 30s, distribution: normal }| stages[1].churn.distribution: must be"
            + " exponential or lognormal, was normal",
        "churn: { stay: 30s, rate: 0 }| stages[1].churn.rate: unknown key",
        "churn: often| stages[1].churn: must be none, or parts like"
            + " stay=30s,away=5s,distribution=exponential, was often",
        "churn: [30s]| stages[1].churn: must be a single value, was a list",
        "ramp-shape: burst| stages[1].ramp-shape: must be line, steps or flash-crowd, was burst"
      })
  void whatIsWrongInAFileIsOneProblem(String text, String problem) {
    InputException e =
        catchThrowableOfType(InputException.class, () -> churn(", " + text, Map.of()));

    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| --churn: must be none, or parts like stay=30s,away=5s,distribution=exponential, was"
            + " empty",
        "stay=30s,stay=40s| --churn: must be none, or parts like"
            + " stay=30s,away=5s,distribution=exponential, was stay=30s,stay=40s",
        "away=5s| --churn stay: is missing: churn needs the mean time that a user stays",
        "stay=9s| --churn stay: must be at least 10s (deadlines.join), was 9s"
      })
  void whatIsWrongInAnOptionIsOneProblem(String text, String problem) {
    InputException e =
        catchThrowableOfType(InputException.class, () -> churn("", Map.of("--churn", text)));

    assertThat(e.problems()).extracting(Problem::toString).containsExactly(problem);
  }

  @Test
  void aWarmUpMayHaveItTooAndIsBoundLikewise() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.read(
                    "f.yaml",
                    """
                    warm-up: { users: 20, hold: 5s, churn: { stay: 1s } }
                    stages: [{ users: 20, hold: 5s }]
                    """,
                    PlanOverrides.NONE));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .containsExactly("warm-up.churn.stay: must be at least 10s (deadlines.join), was 1s");
  }

  @Test
  void aSearchForTheCapacityFindsItsLoadsWithoutThem() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () ->
                reader.read(
                    "f.yaml",
                    "capacity: { objectives: [{ rtt-p99: 100ms }] }\n",
                    new PlanOverrides(
                        Map.of("--churn", "stay=30s", "--ramp-shape", "steps"), List.of())));

    assertThat(e.problems())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "--churn: cannot go with capacity, which finds its loads",
            "--ramp-shape: cannot go with capacity, which finds its loads");
  }
}
