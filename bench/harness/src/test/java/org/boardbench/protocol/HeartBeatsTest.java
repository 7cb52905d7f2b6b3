package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** We offer and want 10 s both ways. */
class HeartBeatsTest {
  private static final long SECOND_NS = 1_000_000_000;

  @ParameterizedTest
  @CsvSource({
    "'10000,10000', 10, 10",
    "'5000,25000', 25, 10",
    "'25000, 5000', 10, 25",
    "'0,10000', 10, 0",
    "'10000,0', 0, 10",
    "'0,0', 0, 0"
  })
  void eachDirectionHasTheLongerIntervalAndNoneWhenEitherSaysZero(
      String header, long sendEverySeconds, long expectEverySeconds) {
    assertThat(HeartBeats.agreed(header))
        .isEqualTo(new HeartBeats(sendEverySeconds * SECOND_NS, expectEverySeconds * SECOND_NS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10000", "a,b", "1,2,3"})
  void anAbsentOrUnreadableHeaderMeansNone(String header) {
    assertThat(HeartBeats.agreed(header)).isEqualTo(HeartBeats.NONE);
  }
}
