package org.boardbench.results.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one microbenchmark found, over all its forks. */
public record MicroRow(Case of, Score score, Costs costs, Forks forks) {
  /**
   * What was measured.
   *
   * @param benchmark class and method
   * @param group the benchmarks that are shown together
   * @param compared the library or the strategy
   * @param payloadBytes of the stroke's JSON
   * @param members who get the message, all of them in one operation
   * @param threads that ran the benchmark at the same time
   */
  public record Case(
      String benchmark,
      String group,
      String compared,
      OptionalInt payloadBytes,
      OptionalInt members,
      int threads) {}

  /**
   * How long it took.
   *
   * @param mode as JMH shortens it: {@code avgt}
   * @param error half the width of the 99.9 % confidence interval; empty with a single sample
   * @param unit of the value and its error
   * @param samples iterations that were measured, of all forks together
   */
  public record Score(
      String mode, double value, OptionalDouble error, String unit, long samples, int forks) {}

  /**
   * What the forks say when each of them is one value, as iterations of one fork resemble each
   * other. Empty = too few forks or iterations to say.
   *
   * @param error half the width of the 95 % interval of the mean over forks, in the score's unit
   * @param trendPct by how much the score rose from the third iteration before the end to the last
   *     one, in percent of the score; the mean over forks
   * @param isSteady whether that may be chance, or is small
   */
  public record Forks(OptionalDouble error, OptionalDouble trendPct, Optional<Boolean> isSteady) {
    public static final Forks UNKNOWN =
        new Forks(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
  }

  /**
   * What else it cost. Empty = not measured.
   *
   * @param allocBytesPerOp what the JVM allocated
   * @param encodedBytes size of the message once it is encoded
   * @param cpuNsPerOp CPU time of the program's own threads, see the micro module's thread profiler
   */
  public record Costs(
      OptionalDouble allocBytesPerOp, OptionalInt encodedBytes, OptionalDouble cpuNsPerOp) {}
}
