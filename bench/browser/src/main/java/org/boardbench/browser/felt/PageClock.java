package org.boardbench.browser.felt;

import java.util.Arrays;
import java.util.List;
import org.boardbench.browser.chromium.BoardPage;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.core.RunClock;

/**
 * Where a page's clock stands against the run's.
 *
 * @param offsetNs the run's clock at 0 of the page's
 * @param errorNs by how much that may be wrong
 */
record PageClock(long offsetNs, long errorNs) {
  private static final int QUESTIONS = 25;
  private static final double NS_PER_MS = 1e6;

  /** Asks the page what time it is; the fastest answer of several counts. */
  static PageClock ask(BoardPage page, RunClock clock) throws BrowserFailure {
    PageClock best = new PageClock(0, Long.MAX_VALUE);
    for (int i = 0; i < QUESTIONS; i++) {
      long askedNs = clock.nowNs();
      double pageMs = page.ask("measured.nowMs()").asDouble();
      PageClock asked = between(askedNs, clock.nowNs(), pageMs);
      best = asked.errorNs < best.errorNs ? asked : best;
    }
    return best;
  }

  /** Of an answer that was given at some moment between two. */
  static PageClock between(long askedNs, long answeredNs, double pageMs) {
    long halfNs = (answeredNs - askedNs) / 2;
    return new PageClock(askedNs + halfNs - Math.round(pageMs * NS_PER_MS), halfNs);
  }

  /** The same clock by moments that were seen on both; itself when there are none. */
  PageClock by(List<Long> offsetsNs) {
    long[] sorted = offsetsNs.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted.length == 0 ? this : new PageClock(sorted[sorted.length / 2], errorNs);
  }

  /** A moment of the page's clock on the run's. */
  long runNs(double pageMs) {
    return offsetNs + Math.round(pageMs * NS_PER_MS);
  }
}
