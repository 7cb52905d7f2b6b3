package org.boardbench.account.record;

/** {@link PhaseTimes} that nobody records any more, in nanoseconds. */
public record KeptTimes(KeptHistogram rtt, KeptHistogram service, KeptHistogram delivery) {
  /** In memory as they are. */
  static KeptTimes of(PhaseTimes times) {
    return new KeptTimes(
        KeptHistogram.of(times.rtt()),
        KeptHistogram.of(times.service()),
        KeptHistogram.of(times.delivery()));
  }

  /** Both together, see {@link KeptHistogram#plus}. */
  public KeptTimes plus(KeptTimes other) {
    return new KeptTimes(
        rtt.plus(other.rtt), service.plus(other.service), delivery.plus(other.delivery));
  }
}
