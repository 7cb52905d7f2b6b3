package org.boardbench.scenario.behaviour;

import java.util.SplittableRandom;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.OneClassSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * A constant rate: {@code intended(n) = start + offset(rank) + ⌈n · 10⁹ / rate⌉}. The users' sends
 * are spread evenly over the period, ranks in seeded order, so that neither they nor a board's
 * members send together.
 */
public record Steady(MessageClass messageClass, double ratePerUser, PayloadSizes sizes)
    implements OneClassBehaviour {
  static final BehaviourKind KIND = OneClassBehaviour.kind("steady", Steady::new);

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
    int[] rankOf = shuffledRanks(users, new SplittableRandom(seed));
    double periodNs = MessageSource.NS_PER_S / ratePerUser;
    return user ->
        new ScheduleCursor(
            new Source(
                this, startNs + (long) (rankOf[user] * periodNs / users), Seeds.mix(seed, user)));
  }

  private static int[] shuffledRanks(int users, SplittableRandom random) {
    int[] ranks = new int[users];
    for (int i = 0; i < users; i++) {
      int other = random.nextInt(i + 1);
      ranks[i] = ranks[other];
      ranks[other] = i;
    }
    return ranks;
  }

  private static final class Source extends OneClassSource {
    private final double ratePerUser;
    private final long firstNs;

    Source(Steady of, long firstNs, long userSeed) {
      super(of.messageClass, of.sizes, userSeed);
      this.ratePerUser = of.ratePerUser;
      this.firstNs = firstNs;
    }

    @Override
    public long intendedNs(long n) {
      return firstNs + (long) Math.ceil(n * NS_PER_S / ratePerUser);
    }

    @Override
    public boolean hasRandomAccess() {
      return true;
    }
  }
}
