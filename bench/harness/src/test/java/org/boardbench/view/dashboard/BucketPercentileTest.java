package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.boardbench.account.record.TimeBounds;
import org.junit.jupiter.api.Test;

class BucketPercentileTest {
  private static final long MS = 1_000_000;

  private static long[] counts(LongStream ns) {
    long[] counts = new long[TimeBounds.buckets()];
    ns.forEach(time -> counts[TimeBounds.bucketOf(time)]++);
    return counts;
  }

  @Test
  void isNotFarFromThePercentileOfTheTimesThemselves() {
    Random random = new Random(7);
    long[] times =
        LongStream.generate(() -> (long) (MS * Math.exp(random.nextGaussian())))
            .limit(10_000)
            .sorted()
            .toArray();

    for (double quantile : new double[] {0.5, 0.95, 0.99}) {
      double exactMs = times[(int) Math.ceil(quantile * times.length) - 1] / (double) MS;
      assertThat(BucketPercentile.ms(counts(LongStream.of(times)), quantile).orElseThrow())
          .isCloseTo(exactMs, within(exactMs / 4));
    }
  }

  @Test
  void isNotKnownWhereThereAreNoTimes() {
    assertThat(BucketPercentile.ms(counts(LongStream.empty()), 0.5)).isEmpty();
  }

  @Test
  void aTimeBeyondAllBoundsIsAsLongAsTheLastBoundAtLeast() {
    assertThat(BucketPercentile.ms(counts(LongStream.of(500_000 * MS)), 0.99)).hasValue(100_000);
  }
}
