package org.boardbench.account.record;

import java.io.IOException;
import org.HdrHistogram.Histogram;

/**
 * Times of distinct deliveries of one phase: delivery time of each, RTT and service time of those
 * that went back to their sender.
 */
public record PhaseTimes(Histogram rtt, Histogram service, Histogram delivery) {
  /**
   * Of nothing yet.
   *
   * @param usualMaxNs up to here nothing need grow
   */
  public static PhaseTimes upTo(long usualMaxNs) {
    return new PhaseTimes(
        TimeHistograms.upTo(usualMaxNs),
        TimeHistograms.upTo(usualMaxNs),
        TimeHistograms.upTo(usualMaxNs));
  }

  public void recordDelivery(long intendedNs, long receivedNs) {
    TimeHistograms.record(delivery, intendedNs, receivedNs);
  }

  public void recordRoundTrip(long intendedNs, long sentNs, long receivedNs) {
    TimeHistograms.record(rtt, intendedNs, receivedNs);
    TimeHistograms.record(service, sentNs, receivedNs);
  }

  public void add(PhaseTimes other) {
    TimeHistograms.add(rtt, other.rtt);
    TimeHistograms.add(service, other.service);
    TimeHistograms.add(delivery, other.delivery);
  }

  KeptTimes put(HistogramFile file) throws IOException {
    return new KeptTimes(file.put(rtt), file.put(service), file.put(delivery));
  }

  void reset() {
    rtt.reset();
    service.reset();
    delivery.reset();
  }

  long maxNs() {
    return delivery.getMaxValue();
  }
}
