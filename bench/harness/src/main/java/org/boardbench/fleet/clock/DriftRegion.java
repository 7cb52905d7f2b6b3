package org.boardbench.fleet.clock;

import java.util.ArrayList;
import java.util.List;

/**
 * All lines {@code offset + drift × seconds} that some probes leave possible: a convex polygon of
 * (offset, drift), cut smaller by each probe. What it says of a moment is true for any delays of
 * the packets, however uneven the two ways are, as long as the clocks drift apart at one rate.
 * Immutable.
 */
final class DriftRegion {
  /** Two clocks that the kernel slews at its 500 ppm each, one fast and one slow. */
  private static final double MOST_DRIFT = 1_000_000;

  private final List<Line> corners;

  /**
   * One possible line.
   *
   * @param offsetNs at second 0
   * @param driftNsPerS nanoseconds that it changes in a second, which are thousandths of a ppm
   */
  record Line(double offsetNs, double driftNsPerS) {
    double at(double seconds) {
      return offsetNs + driftNsPerS * seconds;
    }

    private Line towards(Line other, double share) {
      return new Line(
          offsetNs + share * (other.offsetNs - offsetNs),
          driftNsPerS + share * (other.driftNsPerS - driftNsPerS));
    }
  }

  private DriftRegion(List<Line> corners) {
    this.corners = List.copyOf(corners);
  }

  /** What the offset's bounds at second 0 leave. */
  static DriftRegion of(double leastNs, double mostNs) {
    return new DriftRegion(
        List.of(
            new Line(leastNs, -MOST_DRIFT),
            new Line(mostNs, -MOST_DRIFT),
            new Line(mostNs, MOST_DRIFT),
            new Line(leastNs, MOST_DRIFT)));
  }

  /** The lines of these that are between two bounds at a moment; may be none. */
  DriftRegion between(double seconds, double leastNs, double mostNs) {
    return cut(seconds, leastNs, 1).cut(seconds, mostNs, -1);
  }

  /**
   * @param side 1 keeps what is above the bound, -1 what is below
   */
  private DriftRegion cut(double seconds, double boundNs, int side) {
    List<Line> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      Line one = corners.get(i);
      Line next = corners.get((i + 1) % corners.size());
      double inside = side * (one.at(seconds) - boundNs);
      double nextInside = side * (next.at(seconds) - boundNs);
      if (inside >= 0) {
        kept.add(one);
      }
      if ((inside > 0 && nextInside < 0) || (inside < 0 && nextInside > 0)) {
        kept.add(one.towards(next, inside / (inside - nextInside)));
      }
    }
    return new DriftRegion(kept);
  }

  /** Whether no line is left: the clocks have not drifted at one rate. */
  boolean isEmpty() {
    return corners.isEmpty();
  }

  double leastNs(double seconds) {
    return corners.stream().mapToDouble(line -> line.at(seconds)).min().orElseThrow();
  }

  double mostNs(double seconds) {
    return corners.stream().mapToDouble(line -> line.at(seconds)).max().orElseThrow();
  }

  /** The smallest that is possible: of two clocks that are to run alike, none is likelier. */
  double driftNsPerS() {
    double least = corners.stream().mapToDouble(Line::driftNsPerS).min().orElseThrow();
    double most = corners.stream().mapToDouble(Line::driftNsPerS).max().orElseThrow();
    return Math.clamp(0, least, most);
  }
}
