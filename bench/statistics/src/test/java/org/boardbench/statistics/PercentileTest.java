package org.boardbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
  /** The ranks of printed tables for the interval of a median. */
  @Test
  void theIntervalOfAMedianIsBetweenTheRanksOfPrintedTables() {
    assertThat(median(6)).isEqualTo(new Interval(1, 6, 0.95));
    assertThat(median(10)).isEqualTo(new Interval(2, 9, 0.95));
    assertThat(median(15)).isEqualTo(new Interval(4, 12, 0.95));
    assertThat(median(20)).isEqualTo(new Interval(6, 15, 0.95));
    assertThat(median(25)).isEqualTo(new Interval(8, 18, 0.95));
  }

  @Test
  void tooFewMessagesHaveAPercentileAndNoIntervalAndWordsSayHowManyItNeeds() {
    Percentile of120 = Percentile.of(oneToEach(120), 0.99);

    assertThat(of120.value()).isEqualTo(119);
    assertThat(of120.bounds()).isEqualTo(new Refusal("needs 368 messages or more, has 120"));
    assertThat(Percentile.of(oneToEach(71), 0.05).bounds())
        .isEqualTo(new Refusal("needs 72 messages or more, has 71"));
    assertThat(median(5)).isEqualTo(new Refusal("needs 6 messages or more, has 5"));
    assertThat(Percentile.of(oneToEach(367), 0.99).bounds().refusal()).isPresent();
    assertThat(Percentile.of(oneToEach(368), 0.99).bounds().interval()).isPresent();
  }

  @Test
  void aPercentileIsTheMessageThatItsShareIsNotSlowerThan() {
    assertThat(Percentile.of(oneToEach(100), 0.95).value()).isEqualTo(95);
    assertThat(Percentile.of(oneToEach(1000), 0.99).value()).isEqualTo(990);
    assertThat(Percentile.of(oneToEach(100), 0.07).value()).isEqualTo(7);
    assertThat(Percentile.of(oneToEach(1), 0.5).value()).isEqualTo(1);
  }

  @Test
  void messagesOfABucketCountAsEqual() {
    Percentile p95 =
        Percentile.of(
            List.of(new TimeCount(1, 900), new TimeCount(7, 0), new TimeCount(8, 100)), 0.95);

    assertThat(p95.value()).isEqualTo(8);
    assertThat(p95.bounds()).isEqualTo(new Interval(8, 8, 0.95));
    assertThat(p95.messages()).isEqualTo(1000);
  }

  /** 1200 messages, as one stage of 60 users has in 20 s, of which 12 lie beyond p99. */
  @Test
  void theIntervalHoldsTheTruePercentileInNineteenOfTwentyStarts() {
    double truth = -Math.log(1 - 0.99);
    Random random = new Random(2);

    long held =
        IntStream.range(0, 2000)
            .filter(start -> {
              double[] times =
                  IntStream.range(0, 1200)
                      .mapToDouble(message -> -Math.log(1 - random.nextDouble()))
                      .sorted()
                      .toArray();
              List<TimeCount> buckets =
                  Arrays.stream(times).mapToObj(time -> new TimeCount(time, 1)).toList();
              return Percentile.of(buckets, 0.99).bounds().interval().orElseThrow().contains(truth);
            })
            .count();

    assertThat(held / 2000.0).isBetween(0.945, 0.97);
  }

  @Test
  void whatHasNoPercentileIsRefused() {
    assertThatThrownBy(() -> Percentile.of(List.of(), 0.5))
        .hasMessage("messages must be from 1 to 2147483647: 0");
    assertThatThrownBy(() -> Percentile.of(oneToEach(3), 1))
        .hasMessage("quantile must be between 0 and 1: 1.0");
  }

  private static Bounds median(int messages) {
    return Percentile.of(oneToEach(messages), 0.5).bounds();
  }

  /** Messages that took 1, 2, 3 … */
  private static List<TimeCount> oneToEach(int messages) {
    return IntStream.rangeClosed(1, messages).mapToObj(time -> new TimeCount(time, 1)).toList();
  }
}
