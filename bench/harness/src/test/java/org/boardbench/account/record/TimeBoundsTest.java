package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeBoundsTest {
  private static final int LAST = TimeBounds.buckets() - 1;

  @Test
  void reachFromHalfTheFastestRoundTripToWhatACollapsingServerNeeds() {
    assertThat(TimeBounds.upperNs(0)).isEqualTo(50_000);
    assertThat(TimeBounds.upperNs(LAST - 1)).isEqualTo(100_000_000_000L);
    assertThat(TimeBounds.upperNs(LAST)).isEqualTo(Long.MAX_VALUE);
    assertThat(LongStream.of(1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000, 7_000_000))
        .allMatch(ns -> TimeBounds.upperNs(TimeBounds.bucketOf(ns)) == ns);
  }

  @Test
  void aTimeOnABoundBelongsBelowItAndTheNextOneAbove() {
    assertThat(IntStream.range(0, LAST)).allMatch(TimeBoundsTest::isClosedAbove);
  }

  private static boolean isClosedAbove(int bucket) {
    long bound = TimeBounds.upperNs(bucket);
    return TimeBounds.bucketOf(bound) == bucket && TimeBounds.bucketOf(bound + 1) == bucket + 1;
  }

  @Test
  void nothingIsTooSmallOrTooLarge() {
    assertThat(TimeBounds.bucketOf(0)).isZero();
    assertThat(TimeBounds.bucketOf(1)).isZero();
    assertThat(TimeBounds.bucketOf(Long.MAX_VALUE)).isEqualTo(LAST);
  }

  @Test
  void theQuickWayFindsTheFirstBucketThatIsWideEnough() {
    Random random = new Random(7);
    for (int n = 0; n < 100_000; n++) {
      long ns = random.nextLong() >>> (1 + random.nextInt(63));
      int plain = (int) IntStream.range(0, LAST).filter(b -> TimeBounds.upperNs(b) < ns).count();
      assertThat(TimeBounds.bucketOf(ns)).as("%d ns", ns).isEqualTo(plain);
    }
  }
}
