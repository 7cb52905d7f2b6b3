package org.boardbench.scenario.behaviour;

import org.boardbench.core.Seeds;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.boardbench.scenario.schedule.SequentialSource;

/**
 * A Poisson process for each user: independent exponential times between messages, as of many
 * people who know nothing of each other. Its times are the generator's sum, which is never rounded;
 * only what it tells is.
 */
public record Poisson(MessageClass messageClass, double ratePerUser, PayloadSizes sizes)
    implements OneClassBehaviour {
  static final BehaviourKind KIND = OneClassBehaviour.kind("poisson", Poisson::new);

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public double rate() {
    return ratePerUser;
  }

  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    return user -> new ScheduleCursor(new Source(this, startNs, Seeds.mix(seed, user)));
  }

  private static final class Source extends SequentialSource {
    private final Chance chance;
    private final double meanS;
    private double seconds;

    Source(Poisson of, long startNs, long userSeed) {
      super(of.messageClass, of.sizes, startNs, userSeed);
      this.chance = new Chance(userSeed);
      this.meanS = 1 / of.ratePerUser;
    }

    @Override
    protected double nextS() {
      seconds += chance.exponential(meanS);
      return seconds;
    }
  }
}
