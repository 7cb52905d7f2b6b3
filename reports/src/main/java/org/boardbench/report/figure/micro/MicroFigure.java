package org.boardbench.report.figure.micro;

import org.boardbench.report.stored.MicroRow;

/** What figures show of a microbenchmark. */
enum MicroFigure {
  /** In ns. */
  TIME,
  /** In bytes. */
  ALLOCATED,
  /** In ns. */
  TIME_PER_DELIVERY,
  /** In ns. */
  CPU_PER_DELIVERY,
  /** In percent of the message as JSON. */
  ENCODED;

  /** NaN when it was not measured. */
  double value(MicroRow row) {
    return switch (this) {
      case TIME -> row.scoreNs();
      // The collector's counters are not exact to a byte: less than one of an operation is none.
      case ALLOCATED -> row.allocBytes() < 1 ? 0 : row.allocBytes();
      case TIME_PER_DELIVERY -> row.scoreNsPerDelivery();
      case CPU_PER_DELIVERY -> row.cpuNsPerDelivery();
      case ENCODED -> 100 * row.encodedBytes() / row.payloadBytes().orElseThrow();
    };
  }

  /** Half the width of the interval that the value stands in; NaN when it has none. */
  double error(MicroRow row) {
    return switch (this) {
      case TIME -> row.errorNs();
      case TIME_PER_DELIVERY -> row.errorNsPerDelivery();
      case ALLOCATED, CPU_PER_DELIVERY, ENCODED -> Double.NaN;
    };
  }
}
