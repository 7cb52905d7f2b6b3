package org.boardbench.scenario.pen;

import java.time.Duration;
import org.boardbench.scenario.chance.Lognormal;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.message.PointSizes;

/**
 * How somebody moves a pen, and how a board tells it. While the pen is down, its place is sampled;
 * at every flush, and when the pen goes up, the points since the last one leave in a message.
 * Immutable.
 *
 * @param sampling points a second while the pen is down
 * @param flush from one message of a stroke to the next
 * @param stroke how long the pen is down: the median
 * @param sigma deviation of the logarithms of these times, which are lognormal
 * @param pause between two strokes: the median of the short ones, within a word
 * @param wordPause the median of the long ones, between words
 * @param wordPauses how many of the pauses are long, in percent
 */
public record Pen(
    double sampling,
    Duration flush,
    Duration stroke,
    double sigma,
    Duration pause,
    Duration wordPause,
    double wordPauses,
    StrokeEncoding encoding) {
  /**
   * No stroke is longer, or its message would not fit into a frame. Of the default ones, one in
   * four million would be.
   */
  static final double LONGEST_STROKE_S = 10;

  /**
   * Deviations of the logarithms of pauses. IAM-OnDB's line a01-000u-01 has tenth, fiftieth and
   * ninetieth percentiles of 110, 190 and 1830 ms and a maximum of 2090: short pauses spread
   * widely, long ones hardly.
   */
  static final double PAUSE_SIGMA = 0.4;

  static final double WORD_PAUSE_SIGMA = 0.1;

  private static final double NS_PER_S = 1e9;
  private static final double PERCENT = 100;

  Lognormal strokesS() {
    return new Lognormal(stroke.toNanos() / NS_PER_S, sigma);
  }

  Lognormal pausesS() {
    return new Lognormal(pause.toNanos() / NS_PER_S, PAUSE_SIGMA);
  }

  Lognormal wordPausesS() {
    return new Lognormal(wordPause.toNanos() / NS_PER_S, WORD_PAUSE_SIGMA);
  }

  double shareOfWordPauses() {
    return wordPauses / PERCENT;
  }

  double flushS() {
    return flush.toNanos() / NS_PER_S;
  }

  /** Of a stroke that takes so long: one when the pen goes down, then one at each sample. */
  int points(double strokeS) {
    return 1 + (int) (Math.min(strokeS, LONGEST_STROKE_S) * sampling);
  }

  /**
   * The last point of a stroke that has been sampled at its flush {@code number}; points count from
   * 0, flushes from 1.
   */
  int lastPoint(int number, int points) {
    return Math.min(points - 1, (int) (number * flushS() * sampling));
  }

  /** Every message's size is within. */
  public PayloadSizes sizes() {
    int points =
        switch (encoding) {
          case DELTA -> 1 + (int) (flushS() * sampling);
          case WHOLE_STROKE -> points(LONGEST_STROKE_S);
        };
    return new PayloadSizes(PointSizes.ONE_POINT_BYTES, PointSizes.bytes(points));
  }

  /** What a stroke comes to in the mean; takes a millisecond to compute. */
  public PenMeans means() {
    return PenMeans.of(this);
  }
}
