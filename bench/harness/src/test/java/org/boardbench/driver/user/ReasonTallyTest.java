package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonTallyTest {
  private final ReasonTally tally = new ReasonTally();

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void aServerWithATextForEveryFailureFillsNoHeapAndLosesNoCount() {
    for (int i = 0; i < 100_000; i++) {
      tally.add("error: request " + i + " refused");
    }

    assertThat(tally.counts()).hasSize(21).containsEntry("further reasons", 100_000 - 20);
    assertThat(sum(tally.counts())).isEqualTo(100_000);
  }

  @Test
  void whatTheMachineFailedAtIsToldApartHoweverLateItComes() {
    for (int i = 0; i < 100; i++) {
      tally.add("error: request " + i + " refused");
    }
    tally.add("driver's machine: too many open files (EMFILE)");

    assertThat(tally.counts()).containsEntry("driver's machine: too many open files (EMFILE)", 1);
  }

  @Test
  void severalLoopsTogetherKeepTheBoundAndTheCount() {
    for (int loop = 0; loop < 4; loop++) {
      ReasonTally other = new ReasonTally();
      for (int i = 0; i < 50; i++) {
        other.add("error: loop " + loop + " request " + i);
      }
      other.add("connection refused");
      tally.addAll(other);
    }

    assertThat(tally.counts()).hasSizeLessThanOrEqualTo(21);
    assertThat(sum(tally.counts())).isEqualTo(4 * 51);
  }
}
