package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.results.reason.InvalidReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProfileTrialsTest {
  private static ProfileTrials of(String plan, StoredStage... rows) {
    return ProfileTrials.of(JsonMapper.shared().readTree(plan), List.of(rows));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"repetitions\": 3, \"profile\": 1}",
        "{\"repetitions\": {\"least\": 3, \"most\": 3, \"until\": \"10%\"}, \"profile\": 2}"
      })
  void theyComeAfterAllRepetitionsThatThereMayBe(String plan) {
    ProfileTrials trials = of(plan);

    assertThat(trials.has("zoo-r3", 3)).isFalse();
    assertThat(trials.has("zoo-r4", 4)).isTrue();
  }

  @Test
  void aPlanThatAsksForNoneHasNone() {
    assertThat(of("{\"repetitions\": 3}").has("zoo-r4", 4)).isFalse();
    assertThat(of("{\"repetitions\": 3, \"profile\": null}").has("zoo-r4", 4)).isFalse();
    assertThat(of("{}").has("zoo-r1", 1)).isFalse();
    assertThat(ProfileTrials.NONE.has(1)).isFalse();
  }

  @Test
  void oneThatItsRowsMarkStaysOneThoughRepetitionsWereAdded() {
    StoredStage row =
        StageBuilder.row("zoo", 4, 100)
            .invalid()
            .because(new InvalidReason("profiled", "profiled 500 > 0"))
            .build();

    ProfileTrials trials = of("{\"repetitions\": 6, \"profile\": 1}", row);

    assertThat(trials.has("zoo-r4", 4)).isTrue();
    assertThat(trials.has("zoo-r5", 5)).isFalse();
    assertThat(trials.has("zoo-r7", 7)).isTrue();
  }
}
