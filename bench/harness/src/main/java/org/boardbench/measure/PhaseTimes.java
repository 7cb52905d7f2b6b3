package org.boardbench.measure;

import org.HdrHistogram.Histogram;

/**
 * Times of distinct deliveries of one phase: delivery time of each, RTT and service time of those
 * that went back to their sender.
 */
record PhaseTimes(Histogram rtt, Histogram service, Histogram delivery) {
  /**
   * @param usualMaxNs up to here nothing need grow
   */
  static PhaseTimes upTo(long usualMaxNs) {
    return new PhaseTimes(
        TimeHistograms.upTo(usualMaxNs),
        TimeHistograms.upTo(usualMaxNs),
        TimeHistograms.upTo(usualMaxNs));
  }

  void recordDelivery(long intendedNs, long receivedNs) {
    TimeHistograms.record(delivery, intendedNs, receivedNs);
  }

  void recordRoundTrip(long intendedNs, long sentNs, long receivedNs) {
    TimeHistograms.record(rtt, intendedNs, receivedNs);
    TimeHistograms.record(service, sentNs, receivedNs);
  }

  void add(PhaseTimes other) {
    TimeHistograms.add(rtt, other.rtt);
    TimeHistograms.add(service, other.service);
    TimeHistograms.add(delivery, other.delivery);
  }

  long maxNs() {
    return delivery.getMaxValue();
  }
}
