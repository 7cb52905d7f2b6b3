package org.boardbench.browser.felt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.table.AppendFile;

/**
 * A trial's histograms of what was felt, as an interval log that HdrHistogram's own tools read: a
 * line for each stage and span, tagged {@code felt_remote-h2}. Values are nanoseconds; the column
 * of maxima is in milliseconds, as those tools expect. Times are seconds of the Unix epoch.
 */
final class FeltLog {
  private static final double NS_PER_MS = 1e6;

  private FeltLog() {}

  /**
   * Adds a stage.
   *
   * @param folder the trial's
   * @param start of the hold, {@code end} likewise
   */
  static void append(
      Path folder, int stage, Instant start, Instant end, Map<FeltSpan, Histogram> histograms)
      throws StoreException {
    Path path = folder.resolve(FileNames.FELT);
    try (AppendFile file = AppendFile.open(path)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      HistogramLogWriter log = new HistogramLogWriter(bytes);
      if (file.isEmpty()) {
        log.outputComment("[Boardbench: what was felt, in ns, tagged by span and stage]");
        log.outputLogFormatVersion();
        log.outputLegend();
      }
      for (Map.Entry<FeltSpan, Histogram> span : histograms.entrySet()) {
        Histogram histogram = span.getValue();
        if (histogram.getTotalCount() > 0) {
          histogram.setTag(span.getKey().key() + "-h" + stage);
          log.outputIntervalHistogram(seconds(start), seconds(end), histogram, NS_PER_MS);
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

  private static double seconds(Instant moment) {
    return moment.getEpochSecond() + moment.getNano() / 1e9;
  }
}
