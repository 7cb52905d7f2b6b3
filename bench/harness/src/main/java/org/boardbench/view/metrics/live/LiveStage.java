package org.boardbench.view.metrics.live;

import java.util.function.Supplier;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.SeriesLabels;

/**
 * A measured stage, under way or over. While it is under way its figures are what the loops have
 * counted; once it is over they are its row's, and nothing of the loops is held any more.
 */
final class LiveStage {
  private static final long STILL_OPEN = Long.MAX_VALUE;

  private final SeriesLabels stage;
  private Supplier<StageSnapshot> counted;
  private StageResult result;
  private long endedNs = STILL_OPEN;

  LiveStage(SeriesLabels stage, Supplier<StageSnapshot> counted) {
    this.stage = stage;
    this.counted = counted;
  }

  /** It has its row. */
  void ended(StageResult row, long nowNs) {
    result = row;
    brokenOff(nowNs);
  }

  /** Nothing more comes of it. */
  void brokenOff(long nowNs) {
    if (endedNs == STILL_OPEN) {
      StageSnapshot last = counted.get();
      counted = () -> last; // the loops behind it, with all their users, can go
      endedNs = nowNs;
    }
  }

  boolean hasEndedBefore(long timeNs) {
    return endedNs < timeNs;
  }

  void addTo(MetricsPage page) {
    StageSnapshot now = counted.get();
    add(page, Phase.Kind.RAMP, now.ramp());
    add(page, Phase.Kind.HOLD, now.hold());
    page.add(Metric.DISCONNECTS, stage, now.disconnects());
    page.add(Metric.RECONNECTS, stage, now.reconnects());
    page.add(Metric.CONNECT_FAILURES, stage, now.connectFailures());
    page.add(
        Metric.DRIVER_STALL,
        stage,
        (result == null ? now.stallMaxNs() : result.stallMaxNs()) / 1e9);
  }

  private void add(MetricsPage page, Phase.Kind kind, PhaseSnapshot now) {
    SeriesLabels phase = stage.phase(kind);
    if (result == null) {
      page.add(Metric.SENT, phase, now.sent());
      page.add(Metric.EXPECTED, phase, now.expected());
      page.add(Metric.DELIVERED, phase, now.delivered());
      page.add(Metric.OUTSTANDING, phase, now.outstanding());
    } else {
      MessageCounts row = kind == Phase.Kind.RAMP ? result.ramp() : result.hold();
      page.add(Metric.SENT, phase, row.sent());
      page.add(Metric.EXPECTED, phase, row.expected());
      page.add(Metric.DELIVERED, phase, row.delivered());
      page.add(Metric.OUTSTANDING, phase, 0);
      page.add(Metric.LOST, phase, row.lost());
    }
    page.add(Metric.UNSERVED, phase, now.unserved());
    page.add(Metric.DUPLICATED, phase, now.duplicated());
    page.add(Metric.REORDERED, phase, now.reordered());
    page.add(Metric.CORRUPT, phase, now.corrupt());
    page.add(Metric.MISROUTED, phase, now.misrouted());
    page.add(Metric.RTT, phase, now.rtt());
    page.add(Metric.DELIVERY_TIME, phase, now.delivery());
    page.add(Metric.SEND_DELAY, phase, now.sendDelay());
  }
}
