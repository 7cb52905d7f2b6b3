package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.pen.Pen;
import org.boardbench.scenario.pen.PenSource;
import org.boardbench.scenario.pen.PenTurns;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * "Now everybody vote": a signal every so often, the same for all users of a board, whom it makes
 * answer at once with a few strokes each. Boards have their signals at moments of their own.
 *
 * @param every from one signal of a board to the next
 * @param within everybody has begun so long after it
 * @param strokes of an answer
 */
record Together(Pen pen, Duration every, Duration within, int strokes) implements PenBehaviour {
  /** Boards have seeds apart from those of users. */
  private static final long BOARDS = -1;

  private static final BehaviourKey<Duration> EVERY =
      BehaviourKey.durationMs("every", 20_000, 1_000, 3_600_000);
  private static final BehaviourKey<Duration> WITHIN =
      BehaviourKey.durationMs("within", 1_000, 1, 60_000);
  private static final BehaviourKey<Integer> STROKES =
      BehaviourKey.wholeNumber("strokes", 4, 1, 100);

  static final BehaviourKind KIND =
      new BehaviourKind(
          "together",
          keys(),
          Together::of,
          List.of(
              PenKeys.FLUSH_WITHIN_STROKE,
              values -> of(values).withinEvery(),
              values -> of(values).answerWithinEvery()));

  private static List<BehaviourKey<?>> keys() {
    List<BehaviourKey<?>> keys = new ArrayList<>(List.of(EVERY, WITHIN, STROKES));
    keys.addAll(PenKeys.ALL);
    return keys;
  }

  private static Together of(BehaviourValues values) {
    return new Together(
        PenKeys.pen(values), values.of(EVERY), values.of(WITHIN), values.of(STROKES));
  }

  private Optional<BehaviourRule.Breach> withinEvery() {
    return within.compareTo(every) <= 0
        ? Optional.empty()
        : Optional.of(
            new BehaviourRule.Breach(
                WITHIN.name(),
                "must be at most every, %dms, was %dms"
                    .formatted(every.toMillis(), within.toMillis())));
  }

  /** Who is still busy with an answer when the next one is due never catches up. */
  private Optional<BehaviourRule.Breach> answerWithinEvery() {
    long answerMs = (long) Math.ceil(strokes * pen.means().cycleS() * 1e3);
    return answerMs <= every.toMillis()
        ? Optional.empty()
        : Optional.of(
            new BehaviourRule.Breach(
                EVERY.name(),
                "must be at least %dms, what %d strokes take in the mean, was %dms"
                    .formatted(answerMs, strokes, every.toMillis())));
  }

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public BehaviourValues values() {
    return BehaviourValues.none()
        .with(EVERY, every)
        .with(WITHIN, within)
        .with(STROKES, strokes)
        .and(PenKeys.values(pen));
  }

  @Override
  public double ratePerUser() {
    return strokes * pen.means().messages() / seconds(every);
  }

  /** All users are on one board. */
  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    return schedule(users, user -> 0, startNs, seed);
  }

  @Override
  public Schedule schedule(int users, IntUnaryOperator boardOf, long startNs, long seed) {
    long boards = Seeds.mix(seed, BOARDS);
    return user -> {
      Chance chance = new Chance(Seeds.mix(seed, user));
      Chance ofBoard = new Chance(Seeds.mix(boards, boardOf.applyAsInt(user)));
      Answers answers = new Answers(this, ofBoard.share() * seconds(every), chance);
      return new ScheduleCursor(new PenSource(pen, answers, startNs, chance));
    };
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / MessageSource.NS_PER_S;
  }

  private static final class Answers implements PenTurns {
    private final double everyS;
    private final double withinS;
    private final int strokes;
    private final double firstS;
    private final Chance chance;

    private long signals;
    private int left;

    Answers(Together of, double firstS, Chance chance) {
      this.everyS = seconds(of.every);
      this.withinS = seconds(of.within);
      this.strokes = of.strokes;
      this.firstS = firstS;
      this.chance = chance;
    }

    @Override
    public double nextS(double earliestS) {
      if (left == 0) {
        left = strokes;
        double signalS = firstS + signals * everyS;
        signals++;
        left--;
        return Math.max(earliestS, signalS + chance.share() * withinS);
      }
      left--;
      return earliestS;
    }
  }
}
