package org.boardbench.scenario.behaviour;

import java.time.Duration;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.SequentialSource;

/**
 * A constant rate for an exponential time, then nothing for another one, by turns. A turn of length
 * L has ⌈L · rate⌉ messages, the first at its beginning.
 */
final class OnOffSource extends SequentialSource {
  /**
   * How the turns are.
   *
   * @param rate messages a second while on
   */
  record Turns(double rate, double meanOnS, double meanOffS) {
    static Turns of(double rate, Duration meanOn, Duration meanOff) {
      return new Turns(rate, seconds(meanOn), seconds(meanOff));
    }

    private static double seconds(Duration duration) {
      return duration.toNanos() / MessageSource.NS_PER_S;
    }

    /**
     * Messages a second, in the mean over long times: ⌈L · rate⌉ of exponential L is {@code 1 / (1
     * − e^(−1 / (rate · on)))} in the mean.
     */
    double meanRate() {
      double messages = 1 / -Math.expm1(-1 / (rate * meanOnS));
      return messages / (meanOnS + meanOffS);
    }
  }

  private final Chance chance;
  private final Turns turns;

  // The turn under way, or the first to come, and the next message's place in it.
  private double onS;
  private double endS;
  private long place;

  OnOffSource(
      Turns turns, MessageClass messageClass, PayloadSizes sizes, long startNs, long userSeed) {
    super(messageClass, sizes, startNs, userSeed);
    this.chance = new Chance(userSeed);
    this.turns = turns;
    boolean isOn = chance.share() < turns.meanOnS / (turns.meanOnS + turns.meanOffS);
    // What is left of an exponential time is as long as all of it. Who is on already is somewhere
    // between two messages, lest all of them send at once.
    this.endS = isOn ? chance.exponential(turns.meanOnS) : 0;
    if (isOn) {
      this.onS = chance.share() / turns.rate;
    } else {
      nextTurn();
    }
  }

  private void nextTurn() {
    onS = endS + chance.exponential(turns.meanOffS);
    endS = onS + chance.exponential(turns.meanOnS);
    place = 0;
  }

  @Override
  protected double nextS() {
    double timeS = onS + place / turns.rate;
    while (timeS >= endS) {
      nextTurn();
      timeS = onS;
    }
    place++;
    return timeS;
  }
}
