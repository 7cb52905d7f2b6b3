package org.boardbench.view.metrics.export;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeBounds;
import org.boardbench.account.record.TimeCounts;
import org.boardbench.results.FileNames;
import org.boardbench.results.histogram.IntervalLog;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.SeriesLabels;

/** A trial's times as histograms that grow from second to second. */
final class TimesExport {
  private final SeriesLabels trial;
  private final Path folder;

  /**
   * @param folder the trial's
   */
  TimesExport(SeriesLabels trial, Path folder) {
    this.trial = trial;
    this.folder = folder;
  }

  /** Returns false when the logs were not kept. */
  boolean addTo(TrialPages pages) throws FileNotFoundException {
    List<IntervalLog.Line> rtt = IntervalLog.read(folder.resolve(FileNames.RTT));
    List<IntervalLog.Line> delivery = IntervalLog.read(folder.resolve(FileNames.DELIVERY));
    add(Metric.RTT, rtt, pages);
    add(Metric.DELIVERY_TIME, delivery, pages);
    return !rtt.isEmpty() || !delivery.isEmpty();
  }

  private void add(Metric metric, List<IntervalLog.Line> lines, TrialPages pages) {
    Map<String, TimeCounts> soFar = new HashMap<>();
    for (IntervalLog.Line line : lines) {
      Phase.Kind kind = line.isOfHold() ? Phase.Kind.HOLD : Phase.Kind.RAMP;
      TimeCounts before = soFar.get(line.tag());
      TimeCounts ofSecond = counts(line.times());
      TimeCounts now = before == null ? ofSecond : sum(before, ofSecond);
      SeriesLabels phase = trial.stage(line.stage()).phase(kind);
      int second = pages.secondOf(line.startMs());
      if (before == null) {
        pages.atStartOf(second).add(metric, phase, TimeCounts.NONE);
      }
      pages.atEndOf(second).add(metric, phase, now);
      soFar.put(line.tag(), now);
    }
  }

  /** Exact but for times within a thousandth of a bound. */
  private static TimeCounts counts(Histogram histogram) {
    long[] buckets = new long[TimeBounds.buckets()];
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long ns = histogram.medianEquivalentValue(value.getValueIteratedTo());
      buckets[TimeBounds.bucketOf(ns)] += value.getCountAddedInThisIterationStep();
    }
    return new TimeCounts(
        Arrays.stream(buckets).boxed().toList(),
        Math.round(histogram.getMean() * histogram.getTotalCount()));
  }

  private static TimeCounts sum(TimeCounts one, TimeCounts other) {
    List<Long> counts =
        IntStream.range(0, one.counts().size())
            .mapToObj(bucket -> one.counts().get(bucket) + other.counts().get(bucket))
            .toList();
    return new TimeCounts(counts, one.sumNs() + other.sumNs());
  }
}
