package org.boardbench.account.ledger;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.boardbench.results.row.TimeFigures;

/** A histogram that says what a test wants to read, whatever times could lead to that. */
final class ScriptedTimes extends Histogram {
  private static final long serialVersionUID = 1;

  private final transient TimeFigures said;

  ScriptedTimes(TimeFigures said) {
    super(3);
    this.said = said;
  }

  @Override
  public long getTotalCount() {
    return said == null ? 0 : said.count(); // asked while it is made
  }

  @Override
  public double getMean() {
    return said.meanNs();
  }

  @Override
  public long getValueAtPercentile(double percentile) {
    return Map.of(50.0, said.p50Ns(), 95.0, said.p95Ns(), 99.0, said.p99Ns(), 99.9, said.p999Ns())
        .get(percentile);
  }

  @Override
  public long getMaxValue() {
    return said == null ? 0 : said.maxNs();
  }

  /** All messages took what the 95th percentile says. */
  @Override
  public RecordedValues recordedValues() {
    Histogram recorded = new Histogram(3);
    recorded.recordValueWithCount(said.p95Ns(), said.count());
    return recorded.recordedValues();
  }
}
