package org.boardbench.view.metrics.export;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.boardbench.view.metrics.MetricsPage;

/** A page for each moment of a trial, as somebody would have scraped it then. */
final class TrialPages {
  private static final long SECOND_MS = 1000;

  private final long originMs;
  private final SortedMap<Long, MetricsPage> pages = new TreeMap<>();

  /**
   * @param origin the start of second 0
   */
  TrialPages(Instant origin) {
    this.originMs = origin.toEpochMilli();
  }

  MetricsPage atStartOf(int second) {
    return pages.computeIfAbsent(originMs + second * SECOND_MS, MetricsPage::at);
  }

  MetricsPage atEndOf(int second) {
    return atStartOf(second + 1);
  }

  /** The second that a moment is in. */
  int secondOf(long epochMs) {
    return (int) Math.floorDiv(Math.max(0, epochMs - originMs), SECOND_MS);
  }

  /** In order of time. */
  Collection<MetricsPage> all() {
    return pages.values();
  }
}
