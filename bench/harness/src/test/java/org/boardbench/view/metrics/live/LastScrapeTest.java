package org.boardbench.view.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastScrapeTest {
  private static final long SECOND_NS = 1_000_000_000;
  private static final Duration LATELY = Duration.ofSeconds(10);
  private static final Duration AT_MOST = Duration.ofSeconds(3);

  private long nowNs = 1000 * SECOND_NS;
  private long nextScrapeNs = Long.MAX_VALUE;
  private final LastScrape scrapes = new LastScrape(() -> nowNs, this::pass);

  private void pass(long millis) {
    nowNs += millis * 1_000_000;
    if (nowNs >= nextScrapeNs) {
      scrapes.answered(nextScrapeNs);
    }
  }

  private double waitedSeconds() throws InterruptedException {
    long startNs = nowNs;
    scrapes.awaitNext(LATELY, AT_MOST);
    return (nowNs - startNs) / 1e9;
  }

  @Test
  void nobodyIsWaitedForWhoHasNeverAskedOrNotLately() throws InterruptedException {
    assertThat(waitedSeconds()).isZero();

    scrapes.answered(nowNs);
    nowNs += 11 * SECOND_NS;

    assertThat(waitedSeconds()).isZero();
  }

  @Test
  void whoAsksEverySecondIsWaitedForUntilItsNextScrape() throws InterruptedException {
    scrapes.answered(nowNs - SECOND_NS / 5);
    nextScrapeNs = nowNs + SECOND_NS * 4 / 5;

    assertThat(waitedSeconds()).isBetween(0.8, 0.85);
  }

  @Test
  void aScrapeThatWasAskedForBeforeTheEndDoesNotHaveTheLastTotals() throws InterruptedException {
    scrapes.answered(nowNs - 1);
    nextScrapeNs = nowNs - 1;

    assertThat(waitedSeconds()).isBetween(3.0, 3.05);
  }
}
