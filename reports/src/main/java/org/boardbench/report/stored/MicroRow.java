package org.boardbench.report.stored;

import java.util.OptionalInt;

/**
 * A row of {@code micro.csv}: one benchmark with one set of parameters. Doubles are NaN where
 * nothing was measured; times are in ns, and where there are members, for one message to all of
 * them.
 *
 * @param benchmark class and method: {@code CodecBenchmark.read}
 * @param group the benchmarks that are shown together: {@code fan-out}
 * @param by what is compared: a library or a strategy
 * @param payloadBytes of the message's JSON; empty when the benchmark has no payload
 * @param members empty when the benchmark has none
 * @param scoreNs the mean time of an operation
 * @param errorNs half the width of the score's 99.9 % confidence interval
 * @param cpuNs CPU time of an operation on the program's own threads
 */
public record MicroRow(
    String benchmark,
    String group,
    String by,
    OptionalInt payloadBytes,
    OptionalInt members,
    int threads,
    double scoreNs,
    double errorNs,
    double allocBytes,
    double encodedBytes,
    boolean quick,
    double cpuNs) {
  /** The score for one receiver; NaN when there are no members. */
  public double scoreNsPerDelivery() {
    return perDelivery(scoreNs);
  }

  /** As {@link #scoreNsPerDelivery}. */
  public double errorNsPerDelivery() {
    return perDelivery(errorNs);
  }

  /** As {@link #scoreNsPerDelivery}. */
  public double cpuNsPerDelivery() {
    return perDelivery(cpuNs);
  }

  private double perDelivery(double ns) {
    return members.isPresent() ? ns / members.getAsInt() : Double.NaN;
  }
}
