package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.List;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.boardbench.scenario.schedule.SequentialSource;

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

  /**
   * A burst of length L has ⌈L · rate⌉ messages, the first at its beginning; of exponential L that
   * is {@code 1 / (1 − e^(−1 / (rate · on)))} in the mean.
   */
  @Override
  public double ratePerUser() {
    double onS = seconds(meanOn);
    double messages = 1 / -Math.expm1(-1 / (ratePerUserOn * onS));
    return messages / (onS + seconds(meanOff));
  }

  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    return user -> new ScheduleCursor(new Source(this, startNs, Seeds.mix(seed, user)));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / MessageSource.NS_PER_S;
  }

  private static final class Source extends SequentialSource {
    private final Chance chance;
    private final double ratePerUserOn;
    private final double meanOnS;
    private final double meanOffS;

    // The burst under way, or the first to come, and the next message's place in it.
    private double burstS;
    private double burstEndS;
    private long place;

    Source(Bursts of, long startNs, long userSeed) {
      super(of.messageClass, of.sizes, startNs, userSeed);
      this.chance = new Chance(userSeed);
      this.ratePerUserOn = of.ratePerUserOn;
      this.meanOnS = seconds(of.meanOn);
      this.meanOffS = seconds(of.meanOff);
      boolean isOn = chance.share() < meanOnS / (meanOnS + meanOffS);
      // What is left of an exponential time is as long as all of it. Who draws already is somewhere
      // between two messages, lest all of them send at once.
      this.burstEndS = isOn ? chance.exponential(meanOnS) : 0;
      if (isOn) {
        this.burstS = chance.share() / ratePerUserOn;
      } else {
        nextBurst();
      }
    }

    private void nextBurst() {
      burstS = burstEndS + chance.exponential(meanOffS);
      burstEndS = burstS + chance.exponential(meanOnS);
      place = 0;
    }

    @Override
    protected double nextS() {
      double timeS = burstS + place / ratePerUserOn;
      while (timeS >= burstEndS) {
        nextBurst();
        timeS = burstS;
      }
      place++;
      return timeS;
    }
  }
}
