package org.boardbench.scenario.behaviour;

import org.boardbench.scenario.chance.DurationRange;
import org.boardbench.scenario.pen.Pen;

/**
 * Somebody who listens for minutes and then draws a few strokes. Both times are assumptions: no
 * study of a shared board was found that has them.
 *
 * @param write how long the strokes take together
 * @param rest how long nothing is drawn
 */
record Intermittent(Pen pen, DurationRange write, DurationRange rest) implements WritingBehaviour {
  private static final Turns TURNS =
      Turns.usually(DurationRange.ofSeconds(2, 10), DurationRange.ofSeconds(60, 300));

  static final BehaviourKind KIND = TURNS.kind("intermittent", Intermittent::new);

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public Turns turns() {
    return TURNS;
  }
}
