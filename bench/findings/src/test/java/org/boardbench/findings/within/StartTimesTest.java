package org.boardbench.findings.within;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.boardbench.results.histogram.IntervalLog;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Percentile;
import org.boardbench.statistics.Second;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTimesTest {
  private static final double ERROR_OF_THREE_DIGITS = 1e-3;

  @Test
  void aSecondHasTheMeanAndTheVarianceOfASample() {
    StartTimes times = StartTimes.of(List.of(line("h1", 2, 4, 6)));

    Second second = times.seconds(1).getFirst();
    assertThat(second.messages()).isEqualTo(3);
    assertThat(second.mean()).isCloseTo(4, within(4 * ERROR_OF_THREE_DIGITS));
    assertThat(second.variance()).isCloseTo(4, within(16 * ERROR_OF_THREE_DIGITS));
  }

  @Test
  void rampWarmUpAndOtherStagesAreNotOfTheHold() {
    StartTimes times =
        StartTimes.of(
            List.of(line("w", 9, 9), line("r1", 9, 9), line("h1", 1, 1), line("h2", 5, 5)));

    assertThat(times.seconds(1)).extracting(Second::messages).containsExactly(2L);
    assertThat(times.percentile(1, 0.5).orElseThrow().messages()).isEqualTo(2);
    assertThat(times.seconds(3)).isEmpty();
    assertThat(times.percentile(3, 0.5)).isEmpty();
  }

  @Test
  void aSecondThatWasCutShortIsLeftOutOfTheSecondsAndItsMessagesStay() {
    StartTimes times =
        StartTimes.of(
            List.of(
                line("h1", 1, 1, 1, 1, 1),
                line("h1", 2, 2, 2, 2, 2, 2),
                line("h1", 9, 9),
                line("h1", 9)));

    assertThat(times.seconds(1)).extracting(Second::messages).containsExactly(5L, 6L);
    assertThat(times.percentile(1, 0.5).orElseThrow().messages()).isEqualTo(14);
  }

  @Test
  void aPercentileOfTheHoldLiesBetweenTwoOfItsMessages() {
    long[] hundred = LongStream.rangeClosed(1, 100).toArray();
    StartTimes times = StartTimes.of(List.of(line("h1", hundred)));

    Percentile median = times.percentile(1, 0.5).orElseThrow();

    assertThat(median.value()).isCloseTo(50, within(50 * ERROR_OF_THREE_DIGITS));
    Interval interval = median.bounds().interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(40, within(40 * ERROR_OF_THREE_DIGITS));
    assertThat(interval.high()).isCloseTo(61, within(61 * ERROR_OF_THREE_DIGITS));
  }

  @Test
  void aTrialWithoutALogHasNoTimes(@TempDir Path folder) throws Exception {
    assertThat(StartTimes.read(folder).seconds(1)).isEmpty();
  }

  private static IntervalLog.Line line(String tag, long... ms) {
    Histogram times = new Histogram(3);
    for (long one : ms) {
      times.recordValue(one * 1_000_000);
    }
    return new IntervalLog.Line(0, tag, times);
  }
}
