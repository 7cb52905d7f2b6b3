package org.boardbench.scenario.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.chance.DurationRange;
import org.boardbench.scenario.pen.Pen;
import org.boardbench.scenario.pen.PenMeans;
import org.boardbench.scenario.pen.PenSource;
import org.boardbench.scenario.pen.WritingTurns;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/** A pen that writes and rests by turns, each user's by itself. */
interface WritingBehaviour extends PenBehaviour {
  /** Makes a behaviour of which this is all. */
  @FunctionalInterface
  interface Maker {
    Behaviour of(Pen pen, DurationRange write, DurationRange rest);
  }

  /** The two keys beside those of the pen. */
  record Turns(BehaviourKey<DurationRange> write, BehaviourKey<DurationRange> rest) {
    static Turns usually(DurationRange write, DurationRange rest) {
      return new Turns(key("write", write), key("rest", rest));
    }

    private static BehaviourKey<DurationRange> key(String name, DurationRange fallback) {
      return new BehaviourKey<>(name, DurationRange.class, Optional.of(fallback));
    }

    BehaviourKind kind(String name, Maker maker) {
      List<BehaviourKey<?>> keys = new ArrayList<>(List.of(write, rest));
      keys.addAll(PenKeys.ALL);
      return new BehaviourKind(
          name,
          keys,
          values -> maker.of(PenKeys.pen(values), values.of(write), values.of(rest)),
          List.of(PenKeys.FLUSH_WITHIN_STROKE));
    }
  }

  /** Its keys, of which the fallbacks are its own. */
  Turns turns();

  DurationRange write();

  DurationRange rest();

  @Override
  default BehaviourValues values() {
    return BehaviourValues.none()
        .with(turns().write(), write())
        .with(turns().rest(), rest())
        .and(PenKeys.values(pen()));
  }

  @Override
  default double ratePerUser() {
    PenMeans means = pen().means();
    return WritingTurns.strokesPerS(write(), rest(), means) * means.messages();
  }

  @Override
  default Schedule schedule(int users, long startNs, long seed) {
    PenMeans means = pen().means();
    return user -> {
      Chance chance = new Chance(Seeds.mix(seed, user));
      WritingTurns turns = new WritingTurns(write(), rest(), means, chance);
      return new ScheduleCursor(new PenSource(pen(), turns, startNs, chance));
    };
  }
}
