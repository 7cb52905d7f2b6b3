package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.List;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.message.PointSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * Where somebody's pointer is: one place a message, at a constant rate while it moves, nothing
 * while it rests. Both times are exponential, and assumptions: no study was found that has them.
 *
 * @param rate messages a second while it moves
 */
record Cursor(double rate, Duration meanMove, Duration meanRest) implements OneClassBehaviour {
  // Excalidraw sends one every 33 ms at most, Liveblocks and Gutenberg every 100.
  private static final BehaviourKey<Double> RATE = BehaviourKey.number("rate", 30, 10, 30);
  private static final BehaviourKey<Duration> MOVE =
      BehaviourKey.duration("move", Duration.ofSeconds(2));
  private static final BehaviourKey<Duration> REST =
      BehaviourKey.duration("rest", Duration.ofSeconds(4));

  static final BehaviourKind KIND =
      new BehaviourKind(
          "cursor",
          List.of(RATE, MOVE, REST),
          values -> new Cursor(values.of(RATE), values.of(MOVE), values.of(REST)));

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public MessageClass messageClass() {
    return MessageClass.CURSOR;
  }

  @Override
  public PayloadSizes sizes() {
    return PayloadSizes.of(PointSizes.ONE_POINT_BYTES);
  }

  @Override
  public BehaviourValues values() {
    return BehaviourValues.none().with(RATE, rate).with(MOVE, meanMove).with(REST, meanRest);
  }

  @Override
  public double ratePerUser() {
    return turns().meanRate();
  }

  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    OnOffSource.Turns turns = turns();
    return user ->
        new ScheduleCursor(
            new OnOffSource(turns, messageClass(), sizes(), startNs, Seeds.mix(seed, user)));
  }

  private OnOffSource.Turns turns() {
    return OnOffSource.Turns.of(rate, meanMove, meanRest);
  }
}
