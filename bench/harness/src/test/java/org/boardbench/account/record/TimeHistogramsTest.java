package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

class TimeHistogramsTest {
  @Test
  void timesThatNobodyRecordedAddNothingToASum() {
    PhaseTimes sum = PhaseTimes.upTo(0);

    sum.add(PhaseTimes.upTo(0));

    assertThat(sum).isEqualTo(PhaseTimes.upTo(0));
    assertThat(sum.maxNs()).isZero();
  }

  @Test
  void timesThatNobodyRecordedSayNothing() {
    assertThat(TimeHistograms.figures(TimeHistograms.upTo(0))).isEqualTo(TimeFigures.NONE);
    assertThat(TimeFigures.NONE.isMeasured()).isFalse();
  }

  /** The store, the terminal, the dashboard and a search read the results of one stage. */
  @Test
  void severalThreadsMayReadOneHistogramAtATime() throws Exception {
    Histogram times = TimeHistograms.usual();
    for (long ns = 1_000; ns < 100_000_000; ns += 9_973) {
      times.recordValue(ns);
    }
    TimeFigures alone = TimeHistograms.figures(times);

    List<Callable<Boolean>> readers =
        Collections.nCopies(
            4,
            () ->
                Stream.generate(() -> TimeHistograms.figures(times))
                    .limit(300)
                    .allMatch(alone::equals));
    try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
      for (Future<Boolean> isRight : threads.invokeAll(readers)) {
        assertThat(isRight.get()).isTrue();
      }
    }
  }
}
