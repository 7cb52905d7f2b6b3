package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StallQueueTest {
  /** Each message of a schedule is answered when it is due, or when the stall is over. */
  @ParameterizedTest
  @CsvSource({"4000, 1000, 1000, 1200", "600, 100, 1000, 777", "3000, 1000, 400, 2000"})
  void isTheQueueThatAStallMakesOfASchedule(
      long messages, double perSecond, long stallMs, double stallStartMs) {
    Histogram waits = new Histogram(3);
    for (long n = 0; n < messages; n++) {
      double dueMs = 1_000 * (n + 0.5) / perSecond;
      double stallEndMs = stallStartMs + stallMs;
      boolean waits1 = dueMs >= stallStartMs && dueMs < stallEndMs;
      waits.recordValue(waits1 ? Math.round(1_000 * (stallEndMs - dueMs)) : 0);
    }
    StallQueue queue = new StallQueue(messages, perSecond, Duration.ofMillis(stallMs));

    double toleranceMs = 1_000 / perSecond + 1;
    assertThat(queue.percentileMs(95))
        .isCloseTo(waits.getValueAtPercentile(95) / 1e3, within(toleranceMs));
    assertThat(queue.percentileMs(50)).isCloseTo(0, within(toleranceMs));
    assertThat(queue.maxMs()).isCloseTo(waits.getMaxValue() / 1e3, within(toleranceMs));
  }
}
