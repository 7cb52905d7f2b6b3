package org.boardbench.scenario.behaviour;

import org.boardbench.scenario.chance.DurationRange;
import org.boardbench.scenario.pen.Pen;

/**
 * Somebody writes on the board: a line, then a rest, in which others write or all think. A line
 * takes about as long as IAM-OnDB's a01-000u-01, 21 s; how long people rest is known of no shared
 * board.
 *
 * @param write how long a line takes
 * @param rest from a line to the next one
 */
record Strokes(Pen pen, DurationRange write, DurationRange rest) implements WritingBehaviour {
  private static final Turns TURNS =
      Turns.usually(DurationRange.ofSeconds(15, 25), DurationRange.ofSeconds(5, 60));

  static final BehaviourKind KIND = TURNS.kind("strokes", Strokes::new);

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public Turns turns() {
    return TURNS;
  }
}
