package org.boardbench.findings.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  /** {@code zoo-r2 2 failed} and the like; one that was interrupted with rows is {@code broken}. */
  private static List<String> counted(String... attempts) {
    return Attempts.counted(
        List.of(attempts), one -> one.substring(0, 2), one -> one.endsWith("interrupted"));
  }

  @Test
  void theLastAttemptCounts() {
    assertThat(counted("r1 ok", "r2 failed", "r2 again ok"))
        .containsExactly("r1 ok", "r2 again ok");
    assertThat(counted("r1 failed", "r1 again broken")).containsExactly("r1 again broken");
  }

  @Test
  void oneThatWasInterruptedBeforeItHadARowTakesNothingAway() {
    assertThat(counted("r1 failed", "r1 again interrupted")).containsExactly("r1 failed");
    assertThat(counted("r1 failed", "r1 again interrupted", "r1 third ok"))
        .containsExactly("r1 third ok");
    assertThat(counted("r1 interrupted")).containsExactly("r1 interrupted");
  }
}
