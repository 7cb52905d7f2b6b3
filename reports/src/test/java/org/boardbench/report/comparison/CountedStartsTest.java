package org.boardbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Share;
import org.junit.jupiter.api.Test;

class CountedStartsTest {
  private static CountedStarts none(int base, int run) {
    return new CountedStarts(CountedStarts.USUAL_BOUND, new Share(0, base), new Share(0, run));
  }

  /** 1 − 0.05^(1 ÷ 4) = 0.527. */
  @Test
  void thatNoStartOfAFewIsBeyondABoundIsNoProofThatNoneWouldBe() {
    CountedStarts four = none(4, 9);

    Answer answer = four.answer(0.95);

    assertThat(answer).isEqualTo(Answer.CANNOT_TELL);
    assertThat(four.words(answer, "%", 0.95))
        .isEqualTo(
            "cannot tell: no start beyond 0.1 % of 4, so up to 52.7 % of all starts may be (95 %"
                + " sure); needs n = 5");
  }

  @Test
  void asManyStartsAsItAsksForOnEitherSideAreEnough() {
    assertThat(none(5, 5).answer(0.95)).isEqualTo(Answer.NO_DIFFERENCE);
    assertThat(none(5, 4).answer(0.95)).isEqualTo(Answer.CANNOT_TELL);
    assertThat(none(3, 3).answer(0.95)).isEqualTo(Answer.CANNOT_TELL);
    assertThat(none(5, 5).words(Answer.NO_DIFFERENCE, "%", 0.95))
        .isEqualTo("no start beyond 0.1 %");
  }

  /** 1 − 0.01^(1 ÷ 6) = 0.536. */
  @Test
  void whoIsToBeSurerNeedsMoreStarts() {
    assertThat(none(6, 6).answer(0.99)).isEqualTo(Answer.CANNOT_TELL);
    assertThat(none(6, 6).words(Answer.CANNOT_TELL, "%", 0.99)).contains("99 % sure", "n = 7");
    assertThat(none(7, 7).answer(0.99)).isEqualTo(Answer.NO_DIFFERENCE);
  }
}
