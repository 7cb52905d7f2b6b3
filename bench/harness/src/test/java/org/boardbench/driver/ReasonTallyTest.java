package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTallyTest {
  @Test
  void ofMoreThanFiftyReasonsTheRestIsOneAndNoneIsUncounted() {
    ReasonTally one = new ReasonTally();
    ReasonTally other = new ReasonTally();
    for (int i = 0; i < 1000; i++) {
      one.add("reason " + i);
      other.add("another " + i);
    }
    one.addAll(other);

    assertThat(one.counts()).hasSize(51).containsEntry("reason 7", 1);
    assertThat(one.counts().get(ReasonTally.OTHER)).isEqualTo(2000 - 50);
  }

  @Test
  void whatAServerSaysIsOneShortLineThatNoTerminalObeys() {
    assertThat(CauseText.of("out of \u001b[31mink\r\n\u202Eagain\u0000 "))
        .isEqualTo("out of  [31mink   again");
    assertThat(CauseText.of("é".repeat(100))).isEqualTo("é".repeat(80));
    assertThat(CauseText.of("😀".repeat(100))).isEqualTo("😀".repeat(80));
  }
}
