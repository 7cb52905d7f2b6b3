package org.boardbench.scenario.pen;

import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.chance.DurationRange;

/**
 * Somebody writes for a while, finishes the stroke, and rests. May be met in either from the start,
 * as likely as it is at any later moment.
 */
public final class WritingTurns implements PenTurns {
  private final DurationRange write;
  private final DurationRange rest;
  private final Chance chance;
  private final double firstS;
  private double endS;

  /**
   * @param means of the pen
   */
  public WritingTurns(DurationRange write, DurationRange rest, PenMeans means, Chance chance) {
    this.write = write;
    this.rest = rest;
    this.chance = chance;
    double writingS = means.strokes(write.meanS()) * means.cycleS();
    if (chance.share() * (writingS + rest.meanS()) < writingS) {
      // Somewhere between two strokes, lest everybody's pen goes down at once.
      this.firstS = chance.share() * means.cycleS();
      this.endS = write.drawRemainderS(chance);
    } else {
      this.firstS = rest.drawRemainderS(chance);
      this.endS = firstS + write.drawS(chance);
    }
  }

  /** Strokes a second, in the mean over long times: the turn's, by what turn and rest take. */
  public static double strokesPerS(DurationRange write, DurationRange rest, PenMeans means) {
    double strokes = means.strokes(write.meanS());
    return strokes / (strokes * means.cycleS() + rest.meanS());
  }

  @Override
  public double nextS(double earliestS) {
    double fromS = Math.max(earliestS, firstS);
    if (fromS >= endS) {
      fromS += rest.drawS(chance);
      endS = fromS + write.drawS(chance);
    }
    return fromS;
  }
}
