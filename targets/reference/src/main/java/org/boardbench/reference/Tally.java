package org.boardbench.reference;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts for {@link Counts}. Used by the server's thread alone. */
final class Tally {
  private final long delayNs;
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

  /** What is kept is the time over the delay: three digits of that are exact to the microsecond. */
  private final Histogram overtimeNs = new Histogram(3);

  private long deliveries;
  private long messages;
  private long made;
  private long cut;

  Tally(long delayNs) {
    this.delayNs = delayNs;
  }

  /** The number of the first of {@code more} deliveries, counted from 1. */
  long deliveries(int more) {
    long first = deliveries + 1;
    deliveries += more;
    return first;
  }

  /** The number of one more message for a board, counted from 1. */
  long message() {
    messages++;
    return messages;
  }

  /** So many deliveries were handed to their receivers' connections. */
  void made(int more) {
    made += more;
  }

  /** A fault has ended a connection. */
  void cut() {
    cut++;
  }

  void happened(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  /**
   * Records how long a delivery was kept.
   *
   * @param heldNs the delay or more
   */
  void held(long heldNs) {
    overtimeNs.recordValue(heldNs - delayNs);
  }

  void reset() {
    deliveries = 0;
    messages = 0;
    made = 0;
    cut = 0;
    faults.clear();
    overtimeNs.reset();
  }

  Counts counts() {
    return new Counts(deliveries, messages, made, cut, Map.copyOf(faults), heldTimes());
  }

  private Counts.HeldTimes heldTimes() {
    long count = overtimeNs.getTotalCount();
    if (count == 0) {
      return new Counts.HeldTimes(0, 0, 0, 0);
    }
    return new Counts.HeldTimes(
        count,
        delayNs + overtimeNs.getValueAtPercentile(50),
        delayNs + overtimeNs.getValueAtPercentile(99),
        delayNs + overtimeNs.getMaxValue());
  }
}
