package org.boardbench.results.histogram;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** A trial's interval log: its times of one kind, second by second. */
public final class IntervalLog {
  /** Begins the tag of a hold; its stage follows. */
  private static final String HOLD = "h";

  private IntervalLog() {}

  /**
   * One line of a log: a second, or the part of one that belongs to a phase.
   *
   * @param startMs of the Unix epoch
   * @param tag the phase that its messages belong to: {@code w}, {@code r2}, {@code h2}
   * @param times in nanoseconds
   */
  public record Line(long startMs, String tag, Histogram times) {
    /** Whether the messages are those of a stage's hold; not of a warm-up or a ramp. */
    public boolean isOfHold() {
      return tag.startsWith(HOLD);
    }

    /** Counts from 1; nobody asks it of a warm-up. */
    public int stage() {
      return Integer.parseInt(tag.substring(HOLD.length()));
    }
  }

  /** In order; none when the log was not kept. */
  public static List<Line> read(Path file) throws FileNotFoundException {
    List<Line> lines = new ArrayList<>();
    if (Files.isReadable(file)) {
      try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
        while (reader.hasNext()) {
          if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
            lines.add(new Line(histogram.getStartTimeStamp(), histogram.getTag(), histogram));
          }
        }
      }
    }
    return lines;
  }
}
