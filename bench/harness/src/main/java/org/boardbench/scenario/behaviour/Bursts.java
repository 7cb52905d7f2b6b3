package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.List;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * On and off by turns: a user draws at a constant rate for a while, then rests. Both times are
 * exponential with the given means, so that a user may be met in either from the start, and users
 * fall in and out of step by chance.
 *
 * @param ratePerUserOn messages a second while it draws
 */
record Bursts(
    MessageClass messageClass,
    double ratePerUserOn,
    PayloadSizes sizes,
    Duration meanOn,
    Duration meanOff)
    implements OneClassBehaviour {
  private static final BehaviourKey<Duration> ON =
      BehaviourKey.duration("on", Duration.ofSeconds(2));
  private static final BehaviourKey<Duration> OFF =
      BehaviourKey.duration("off", Duration.ofSeconds(8));

  static final BehaviourKind KIND =
      new BehaviourKind(
          "bursts",
          List.of(BehaviourKey.CLASS, BehaviourKey.RATE, BehaviourKey.PAYLOAD, ON, OFF),
          values ->
              new Bursts(
                  values.of(BehaviourKey.CLASS),
                  values.of(BehaviourKey.RATE),
                  values.of(BehaviourKey.PAYLOAD),
                  values.of(ON),
                  values.of(OFF)));

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public double rate() {
    return ratePerUserOn;
  }

  @Override
  public BehaviourValues values() {
    return OneClassBehaviour.super.values().with(ON, meanOn).with(OFF, meanOff);
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
            new OnOffSource(turns, messageClass, sizes, startNs, Seeds.mix(seed, user)));
  }

  private OnOffSource.Turns turns() {
    return OnOffSource.Turns.of(ratePerUserOn, meanOn, meanOff);
  }
}
