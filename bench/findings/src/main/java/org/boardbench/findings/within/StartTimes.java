package org.boardbench.findings.within;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.boardbench.results.FileNames;
import org.boardbench.results.histogram.IntervalLog;
import org.boardbench.statistics.Percentile;
import org.boardbench.statistics.Second;

/** The RTT of one start's messages during its holds, in milliseconds. */
public final class StartTimes {
  private static final double NS_PER_MS = 1e6;

  /** Fewer have no variance. */
  private static final int LEAST_MESSAGES = 2;

  /**
   * A second with less than this part of the fullest one's messages was cut short, or is a drain's.
   */
  private static final double WHOLE = 0.5;

  private final Map<Integer, List<Second>> seconds = new HashMap<>();
  private final Map<Integer, Histogram> holds = new HashMap<>();

  private StartTimes() {}

  /** Of a trial's folder; without a time when its log was not kept. */
  public static StartTimes read(Path trial) throws FileNotFoundException {
    return of(IntervalLog.read(trial.resolve(FileNames.RTT)));
  }

  static StartTimes of(List<IntervalLog.Line> lines) {
    StartTimes times = new StartTimes();
    lines.stream().filter(IntervalLog.Line::isOfHold).forEach(times::add);
    times.seconds.replaceAll((stage, all) -> whole(all));
    return times;
  }

  /** What is kept is small; the histograms of all seconds of a run are not. */
  private void add(IntervalLog.Line line) {
    Histogram times = line.times();
    holds.merge(line.stage(), times, StartTimes::sum);
    List<Second> ofStage = seconds.computeIfAbsent(line.stage(), stage -> new ArrayList<>());
    if (times.getTotalCount() >= LEAST_MESSAGES) {
      ofStage.add(second(times));
    }
  }

  private static Histogram sum(Histogram hold, Histogram second) {
    Histogram sum = hold.copy();
    sum.add(second);
    return sum;
  }

  private static Second second(Histogram times) {
    long messages = times.getTotalCount();
    double deviation = times.getStdDeviation() / NS_PER_MS;
    // The library divides by the number of values, the variance of a sample is by one less.
    double variance = deviation * deviation * messages / (messages - 1);
    return new Second(messages, times.getMean() / NS_PER_MS, variance);
  }

  private static List<Second> whole(List<Second> seconds) {
    long most = seconds.stream().mapToLong(Second::messages).max().orElse(0);
    return seconds.stream().filter(second -> second.messages() >= WHOLE * most).toList();
  }

  /** Whether any message of a hold came back. */
  public boolean isAny() {
    return !holds.isEmpty();
  }

  /**
   * Of a stage's hold, in order. Left out are seconds with fewer than two messages, or less than
   * half of what came in the fullest one: they were cut short.
   */
  public List<Second> seconds(int stage) {
    return seconds.getOrDefault(stage, List.of());
  }

  /**
   * A percentile of a stage's hold, over all its messages.
   *
   * @param quantile 0.99 for the 99th
   * @return empty when none of them came back
   */
  public Optional<Percentile> percentile(int stage, double quantile) {
    return Optional.ofNullable(holds.get(stage))
        .flatMap(hold -> HoldPercentile.of(hold, quantile, NS_PER_MS));
  }
}
