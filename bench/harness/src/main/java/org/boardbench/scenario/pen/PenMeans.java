package org.boardbench.scenario.pen;

import org.boardbench.scenario.chance.Lognormal;
import org.boardbench.scenario.message.PointSizes;

/**
 * What a pen's strokes come to in the mean.
 *
 * @param points of a stroke
 * @param messages of a stroke
 * @param messageBytes size of a message, over all messages
 * @param cycleS from the beginning of a stroke to that of the next one within a turn
 * @param cycleVariance of these times (s²)
 */
public record PenMeans(
    double points, double messages, double messageBytes, double cycleS, double cycleVariance) {
  // Beyond six deviations there is one stroke in a thousand million.
  private static final double DEVIATIONS = 6;
  private static final int STEPS = 12_000;

  /** By a sum over the density of the strokes' times, of which every one has its own messages. */
  static PenMeans of(Pen pen) {
    Lognormal strokes = pen.strokesS();
    double[] shares = new double[pen.points(Pen.LONGEST_STROKE_S) + 1];
    double sum = 0;
    double timeS = 0;
    double square = 0;
    for (int step = 0; step < STEPS; step++) {
      double normal = DEVIATIONS * (2 * (step + 0.5) / STEPS - 1);
      double density = StrictMath.exp(-normal * normal / 2);
      double strokeS = Math.min(Pen.LONGEST_STROKE_S, strokes.atNormal(normal));
      shares[pen.points(strokeS)] += density;
      sum += density;
      timeS += density * strokeS;
      square += density * strokeS * strokeS;
    }
    double strokeS = timeS / sum;
    Pauses pauses = Pauses.of(pen);
    double points = 0;
    double messages = 0;
    double bytes = 0;
    for (int number = 1; number < shares.length; number++) {
      if (shares[number] > 0) {
        Stroke stroke = Stroke.of(pen, number);
        points += shares[number] / sum * number;
        messages += shares[number] / sum * stroke.messages();
        bytes += shares[number] / sum * stroke.bytes();
      }
    }
    return new PenMeans(
        points,
        messages,
        bytes / messages,
        strokeS + pauses.meanS(),
        square / sum - strokeS * strokeS + pauses.variance());
  }

  /**
   * How many strokes begin within {@code turnS} seconds, the first one at their beginning: the mean
   * of a renewal process, which is exact but for terms that vanish within a few strokes (W. Feller,
   * <i>An Introduction to Probability Theory and Its Applications</i>, vol. 2, XI.3).
   */
  public double strokes(double turnS) {
    double meanSquare = cycleVariance + cycleS * cycleS;
    return turnS / cycleS + meanSquare / (2 * cycleS * cycleS);
  }

  private record Stroke(int messages, long bytes) {
    static Stroke of(Pen pen, int points) {
      int messages = 0;
      long bytes = 0;
      int sent = 0;
      for (int flush = 1; sent < points; flush++) {
        int last = pen.lastPoint(flush, points);
        if (last >= sent) {
          messages++;
          bytes += PointSizes.bytes(pen.encoding().points(sent, last + 1 - sent));
          sent = last + 1;
        }
      }
      return new Stroke(messages, bytes);
    }
  }

  private record Pauses(double meanS, double variance) {
    static Pauses of(Pen pen) {
      double share = pen.shareOfWordPauses();
      double meanS = (1 - share) * pen.pausesS().mean() + share * pen.wordPausesS().mean();
      double square =
          (1 - share) * pen.pausesS().meanSquare() + share * pen.wordPausesS().meanSquare();
      return new Pauses(meanS, square - meanS * meanS);
    }
  }
}
