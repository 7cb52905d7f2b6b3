package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonLabelsTest {
  private final ReasonLabels letters =
      ReasonLabels.byLetter(
          List.of(List.of("sun-spots", "stall"), List.of("few-samples"), List.of("stall")));

  @Test
  void givesLettersInTheOrderOfVerdictsAndUnknownCodesTheLastOnes() {
    assertThat(letters.key()).isEqualTo("a\u00a0stall, b\u00a0few-samples, c\u00a0sun-spots");
  }

  @Test
  void namesTheFirstReasonAndHowManyMoreThereAre() {
    assertThat(letters.of(List.of("few-samples"))).isEqualTo("b");
    assertThat(letters.of(List.of("stall", "few-samples", "sun-spots"))).isEqualTo("a+2");
    assertThat(letters.inWords().of(List.of("stall"))).isEqualTo("stall");
    assertThat(letters.inWords().of(List.of("stall", "few-samples"))).isEqualTo("stall +1");
  }

  @Test
  void saysNothingWithoutAReasonAndExplainsNoWords() {
    assertThat(letters.of(List.of())).isEmpty();
    assertThat(letters.inWords().of(List.of())).isEmpty();
    assertThat(letters.inWords().key()).isEmpty();
  }
}
