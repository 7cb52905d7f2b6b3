package org.boardbench.trial.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadEvidenceTest {
  @ParameterizedTest(name = "{0} kept, {1} violated of {2}: {3}")
  @CsvSource({
    "0, 0, 5, UNDECIDED",
    "2, 2, 5, UNDECIDED",
    "3, 0, 5, LOWER",
    "3, 2, 5, LOWER",
    "2, 3, 5, UPPER",
    "0, 3, 5, UPPER",
    "1, 1, 4, UNDECIDED",
    "2, 2, 4, LOWER",
    "1, 3, 4, UPPER",
    "4, 4, 5, LOWER",
    "1, 0, 1, LOWER",
    "0, 1, 1, UPPER"
  })
  void aLoadIsDecidedOnceNoMissingHoldCouldChangeIt(
      int kept, int violated, int planned, Bound bound) {
    assertThat(new LoadEvidence(kept, violated, planned).bound()).isEqualTo(bound);
  }
}
