package org.boardbench.fleet.clock;

import java.util.Optional;
import java.util.TreeMap;

/**
 * How far another machine's clock is ahead of this one's, from probes between the two. No packet
 * comes before it has left, so each probe proves an upper and a lower bound; a straight line that
 * keeps all of them is the offset with its drift. At the moment of the fastest probe the error is
 * at most half of that one's round trip; elsewhere what the lines that are left leave. Thread-safe.
 *
 * <p>Clocks whose drift changes leave no line at some time: then a new one begins. Of the moments
 * around such a change the bound is no proof, since a small one stays unseen for a while.
 */
public final class ClockOffset {
  private static final double NS_PER_S = 1e9;

  /** Times are cut to whole nanoseconds. */
  private static final double ROUNDING_NS = 1;

  private final TreeMap<Long, Stretch> stretches = new TreeMap<>();
  private long probes;
  private long fastestNs = Long.MAX_VALUE;

  /**
   * A time in which the clocks have drifted at one rate.
   *
   * @param startNs second 0 of the region
   * @param baseNs is to be added to its offsets
   */
  private record Stretch(long startNs, long baseNs, DriftRegion region) {
    double seconds(long timeNs) {
      return (timeNs - startNs) / NS_PER_S;
    }
  }

  /**
   * What is known of a moment.
   *
   * @param offsetNs the other clock is ahead by so much
   * @param errorNs it may be so much more or less
   */
  public record Estimate(long offsetNs, long errorNs) {}

  /** Takes a probe in. One whose times contradict each other says nothing. */
  public synchronized void add(ClockProbe probe) {
    if (!probe.isPossible()) {
      return;
    }
    probes++;
    fastestNs = Math.min(fastestNs, probe.roundTripNs());
    if (stretches.isEmpty()) {
      begin(probe);
      return;
    }
    Stretch last = stretches.lastEntry().getValue();
    // The two bounds are of two moments: the question's and the answer's.
    DriftRegion left =
        last.region
            .between(
                last.seconds(probe.sentNs()),
                Double.NEGATIVE_INFINITY,
                probe.mostAheadNs() - last.baseNs + ROUNDING_NS)
            .between(
                last.seconds(probe.receivedNs()),
                probe.leastAheadNs() - last.baseNs - ROUNDING_NS,
                Double.POSITIVE_INFINITY);
    if (left.isEmpty()) {
      begin(probe);
    } else {
      stretches.put(last.startNs, new Stretch(last.startNs, last.baseNs, left));
    }
  }

  private void begin(ClockProbe probe) {
    long startNs = probe.middleNs();
    long baseNs = probe.leastAheadNs();
    // The bounds are of moments up to half a round trip away.
    double driftedNs = (probe.receivedNs() - probe.sentNs()) / 1000.0;
    DriftRegion region =
        DriftRegion.of(
            -driftedNs - ROUNDING_NS, probe.mostAheadNs() - baseNs + driftedNs + ROUNDING_NS);
    stretches.put(startNs, new Stretch(startNs, baseNs, region));
  }

  /**
   * The offset at a moment.
   *
   * @param timeNs by this machine's clock
   * @return empty before the first probe was taken in
   */
  public synchronized Optional<Estimate> at(long timeNs) {
    return stretch(timeNs)
        .map(stretch -> {
          double seconds = stretch.seconds(timeNs);
          double least = stretch.region.leastNs(seconds);
          double most = stretch.region.mostNs(seconds);
          return new Estimate(
              stretch.baseNs + Math.round((least + most) / 2),
              (long) Math.ceil((most - least) / 2 + ROUNDING_NS));
        });
  }

  /**
   * How a clock that counts as the other machine's does is to be read as this machine's.
   *
   * @param timeNs by this machine's clock: where the two agree best
   */
  public synchronized Optional<ClockMapping> mapping(long timeNs) {
    return at(timeNs)
        .map(estimate ->
            new ClockMapping(
                timeNs + estimate.offsetNs(),
                timeNs,
                -driftPpm(timeNs) / 1e6 / (1 + driftPpm(timeNs) / 1e6)));
  }

  /** How much the other clock is the faster one, in millionths; 0 before the first probe. */
  public synchronized double driftPpm(long timeNs) {
    return stretch(timeNs).map(stretch -> stretch.region.driftNsPerS() / 1000).orElse(0.0);
  }

  /** The fastest probe's round trip; empty before the first. */
  public synchronized Optional<Long> fastestNs() {
    return probes == 0 ? Optional.empty() : Optional.of(fastestNs);
  }

  /** Probes that were taken in. */
  public synchronized long probes() {
    return probes;
  }

  /** How often the clocks have changed their drift so much that probes showed it. */
  public synchronized int changes() {
    return Math.max(0, stretches.size() - 1);
  }

  private Optional<Stretch> stretch(long timeNs) {
    if (stretches.isEmpty()) {
      return Optional.empty();
    }
    var entry = stretches.floorEntry(timeNs);
    return Optional.of((entry == null ? stretches.firstEntry() : entry).getValue());
  }
}
