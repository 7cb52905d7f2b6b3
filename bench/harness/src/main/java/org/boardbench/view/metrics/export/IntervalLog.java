package org.boardbench.view.metrics.export;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.HistogramLogReader;
import org.boardbench.account.record.TimeBounds;
import org.boardbench.account.record.TimeCounts;

/** A trial's interval log: its times of one kind, second by second. */
final class IntervalLog {
  private IntervalLog() {}

  /**
   * One line of a log.
   *
   * @param startMs of the Unix epoch
   * @param tag the phase that its messages belong to: {@code w}, {@code r2}, {@code h2}
   */
  record Line(long startMs, String tag, TimeCounts times) {}

  /** In order; none when the log was not kept. */
  static List<Line> read(Path file) throws FileNotFoundException {
    List<Line> lines = new ArrayList<>();
    if (Files.isReadable(file)) {
      try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
        while (reader.hasNext()) {
          if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
            lines.add(
                new Line(histogram.getStartTimeStamp(), histogram.getTag(), counts(histogram)));
          }
        }
      }
    }
    return lines;
  }

  /** Exact but for times within a thousandth of a bound. */
  private static TimeCounts counts(Histogram histogram) {
    List<Long> counts = new ArrayList<>();
    long[] buckets = new long[TimeBounds.buckets()];
    for (HistogramIterationValue value : histogram.recordedValues()) {
      long ns = histogram.medianEquivalentValue(value.getValueIteratedTo());
      buckets[TimeBounds.bucketOf(ns)] += value.getCountAddedInThisIterationStep();
    }
    for (long bucket : buckets) {
      counts.add(bucket);
    }
    return new TimeCounts(counts, Math.round(histogram.getMean() * histogram.getTotalCount()));
  }
}
