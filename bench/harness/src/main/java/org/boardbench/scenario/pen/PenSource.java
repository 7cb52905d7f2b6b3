package org.boardbench.scenario.pen;

import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.chance.Lognormal;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PointSizes;
import org.boardbench.scenario.schedule.MessageSource;

/**
 * One user's messages from a pen, stroke after stroke. A message is intended when its last point
 * was drawn, so that it never lies outside of its stroke; a flush that has no point has no message.
 */
public final class PenSource implements MessageSource {
  private final Pen pen;
  private final Chance chance;
  private final PenTurns turns;
  private final Lognormal strokesS;
  private final Lognormal pausesS;
  private final Lognormal wordPausesS;
  private final long startNs;

  // The stroke under way: when it began, its points, and how many of them have left by which flush.
  private double strokeS;
  private int points;
  private int sent;
  private int flush;

  /** When the pause behind it is over. */
  private double nextS;

  private int bytes;
  private long firstPointNs;
  private long lastNs;

  /**
   * @param startNs no message is before (run clock)
   */
  public PenSource(Pen pen, PenTurns turns, long startNs, Chance chance) {
    this.pen = pen;
    this.chance = chance;
    this.turns = turns;
    this.strokesS = pen.strokesS();
    this.pausesS = pen.pausesS();
    this.wordPausesS = pen.wordPausesS();
    this.startNs = startNs;
    this.lastNs = startNs - 1;
  }

  @Override
  public long intendedNs(long n) {
    if (sent == points) {
      nextStroke();
    }
    int last;
    do {
      flush++;
      last = pen.lastPoint(flush, points);
    } while (last < sent);
    bytes = PointSizes.bytes(pen.encoding().points(sent, last + 1 - sent));
    firstPointNs = pointNs(sent);
    sent = last + 1;
    // Two within a nanosecond would be one to whoever looks for a message by its time.
    lastNs = Math.max(lastNs + 1, pointNs(last));
    return lastNs;
  }

  /** When a point of the stroke under way was drawn; points count from 0. */
  private long pointNs(int point) {
    return startNs + (long) Math.ceil((strokeS + point / pen.sampling()) * NS_PER_S);
  }

  private void nextStroke() {
    strokeS = turns.nextS(nextS);
    double timeS = Math.min(Pen.LONGEST_STROKE_S, strokesS.draw(chance));
    boolean isWordEnd = chance.share() < pen.shareOfWordPauses();
    nextS = strokeS + timeS + (isWordEnd ? wordPausesS : pausesS).draw(chance);
    points = pen.points(timeS);
    sent = 0;
    flush = 0;
  }

  @Override
  public MessageClass messageClass(long n) {
    return MessageClass.STROKE;
  }

  @Override
  public int bytes(long n) {
    return bytes;
  }

  /** Of the points that no message before it has brought, also where those come again with it. */
  @Override
  public long sinceFirstPointNs(long n) {
    return lastNs - firstPointNs;
  }

  @Override
  public boolean hasRandomAccess() {
    return false;
  }
}
