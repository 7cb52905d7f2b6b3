package org.boardbench.protocol.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
  @ValueSource(
      strings = {"", "10000", "a,b", "1,2,3", "-1,-1", "10000,-5", "1.5,1", "1e3,1e3", ","})
  void anAbsentOrUnreadableHeaderMeansNone(String header) {
    assertThat(HeartBeats.agreed(header)).isEqualTo(HeartBeats.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9999999999999,0", "9223372036854775807,0", "99999999999999999999999999999,0"})
  void aSpanLongerThanAnyRunIsKeptAndNotTakenForMissed(String header) {
    HeartBeats agreed = HeartBeats.agreed(header);

    assertThat(agreed.expectEveryNs()).isEqualTo(TimeUnit.DAYS.toNanos(7));
    assertThat(agreed.broken(TimeUnit.HOURS.toNanos(1))).isFalse();
    assertThat(agreed.due(Long.MAX_VALUE)).as("we were told 0").isFalse();
  }

  @Test
  void aHeaderOfAMegabyteIsReadAtOnce() {
    assertThat(HeartBeats.agreed("0".repeat(1 << 20) + "7,0").expectEveryNs())
        .isEqualTo(10 * SECOND_NS);
    assertThat(HeartBeats.agreed("0".repeat(1 << 20))).isEqualTo(HeartBeats.NONE);
  }
}
