package org.boardbench.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.result.StageResult.Interval;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.table.AppendFile;

/**
 * A trial's histograms as interval logs that HdrHistogram's own tools read: a line for each second
 * and phase, tagged {@code w}, {@code r2}, {@code h2}. Values are nanoseconds; the column of maxima
 * is in milliseconds, as those tools expect. Times are seconds of the Unix epoch.
 */
final class IntervalLogs {
  private static final double NS_PER_MS = 1e6;

  private final Path folder;
  private final Instant epoch;

  /**
   * @param folder the trial's
   * @param epoch the moment that is 0 on the run clock
   */
  IntervalLogs(Path folder, Instant epoch) {
    this.folder = folder;
    this.epoch = epoch;
  }

  void append(List<Interval> intervals) throws StoreException {
    append(FileNames.RTT, "RTT (response time)", intervals, KeptTimes::rtt);
    append(FileNames.SERVICE, "service time", intervals, KeptTimes::service);
    append(FileNames.DELIVERY, "delivery time", intervals, KeptTimes::delivery);
  }

  private void append(
      String name,
      String content,
      List<Interval> intervals,
      Function<KeptTimes, KeptHistogram> histogramOf)
      throws StoreException {
    if (intervals.isEmpty()) {
      return;
    }
    Path path = folder.resolve(name);
    try (AppendFile file = AppendFile.open(path)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      HistogramLogWriter log = new HistogramLogWriter(bytes);
      if (file.isEmpty()) {
        begin(log, content, epochSeconds(intervals.getFirst().startNs()));
      }
      for (Interval interval : intervals) {
        Histogram histogram = histogramOf.apply(interval.times()).read();
        if (histogram.getTotalCount() > 0) {
          histogram.setTag(interval.phase().tag());
          log.outputIntervalHistogram(
              epochSeconds(interval.startNs()),
              epochSeconds(interval.endNs()),
              histogram,
              NS_PER_MS);
        }
      }
      log.close();
      file.append(bytes.toByteArray());
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw StoreException.writing(path, e);
    }
  }

  /** The library's own start line would carry the machine's time zone. */
  private static void begin(HistogramLogWriter log, String content, double startSeconds) {
    log.outputComment("[Boardbench: " + content + " in ns, tagged by phase]");
    log.outputLogFormatVersion();
    log.outputComment(
        String.format(
            Locale.ROOT,
            "[StartTime: %.3f (seconds since epoch), %s]",
            startSeconds,
            Instant.ofEpochMilli(Math.round(startSeconds * 1000))));
    log.outputLegend();
  }

  private double epochSeconds(long runClockNs) {
    Instant moment = epoch.plusNanos(runClockNs);
    return moment.getEpochSecond() + moment.getNano() / 1e9;
  }
}
