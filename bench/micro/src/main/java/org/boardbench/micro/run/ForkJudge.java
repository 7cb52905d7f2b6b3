package org.boardbench.micro.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.results.row.MicroRow;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.StudentT;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What the forks of a case say of its score. A JVM compiles a benchmark in its own way and keeps to
 * it, so that its iterations are one value and not several. The same forks say whether the last
 * iterations still rise or fall, which a longer warm-up would have ended.
 */
final class ForkJudge {
  private static final int LAST = 3;
  private static final int LEAST_FORKS = 2;

  /** What moves less is steady, however sure it moves. */
  private static final double SMALL_PCT = 2;

  private ForkJudge() {}

  static MicroRow.Forks of(RunResult found) {
    List<double[]> forks = new ArrayList<>();
    for (BenchmarkResult fork : found.getBenchmarkResults()) {
      forks.add(
          fork.getIterationResults().stream()
              .map(IterationResult::getPrimaryResult)
              .mapToDouble(result -> result.getScore())
              .toArray());
    }
    return of(forks);
  }

  /**
   * @param forks the scores of each one's iterations, in order
   */
  static MicroRow.Forks of(List<double[]> forks) {
    double[] means =
        forks.stream().mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow()).toArray();
    if (means.length < LEAST_FORKS) {
      return MicroRow.Forks.UNKNOWN;
    }
    OptionalDouble error = OptionalDouble.of(halfWidth(StudentT.ofMean(means)));
    if (forks.stream().anyMatch(fork -> fork.length < LAST)) {
      return new MicroRow.Forks(error, OptionalDouble.empty(), Optional.empty());
    }
    StudentT trend = StudentT.ofMean(forks.stream().mapToDouble(ForkJudge::trendPct).toArray());
    double movedPct = Math.abs(trend.value());
    return new MicroRow.Forks(
        error,
        OptionalDouble.of(trend.value()),
        Optional.of(movedPct <= SMALL_PCT || movedPct <= halfWidth(trend)));
  }

  private static double halfWidth(StudentT mean) {
    return mean.halfWidth(Interval.CONFIDENCE);
  }

  /** The slope of a line through three points is that from the first to the last. */
  private static double trendPct(double[] iterations) {
    double[] last = Arrays.copyOfRange(iterations, iterations.length - LAST, iterations.length);
    return 100 * (last[LAST - 1] - last[0]) / Arrays.stream(last).average().orElseThrow();
  }

  /** What a reader has to know of a case that is not steady. */
  static String warning(BenchmarkCase one, MicroRow.Forks forks) {
    return String.format(
        Locale.ROOT,
        "%s: moves by %.1f %% over its last three iterations; warm up longer (-wi, -w)",
        one.title(),
        forks.trendPct().orElseThrow());
  }
}
