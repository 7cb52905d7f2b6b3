package org.boardbench.driver.user;

import java.time.Duration;
import java.util.SplittableRandom;
import org.boardbench.core.Seeds;
import org.boardbench.plan.model.ChurnSpec;

/**
 * How long one user stays and is out, time after time. The chance depends on seed and user alone,
 * so that a run can be repeated.
 *
 * <p>By {@link StrictMath}, because the last digit of {@link Math#log} may differ between machines.
 */
public final class StayTimes {
  /** Of the logarithm of a lognormal time. */
  private static final double SIGMA = 1;

  private final ChurnSpec spec;
  private final SplittableRandom random;

  private StayTimes(ChurnSpec spec, SplittableRandom random) {
    this.spec = spec;
    this.random = random;
  }

  /**
   * Those of a stage.
   *
   * @param seed of the repetition
   */
  public static StayTimes of(ChurnSpec spec, long seed, int stage, int user) {
    // "churn" in ASCII, so that its chance has nothing to do with that of the messages.
    long ofStage = Seeds.mix(seed + stage, 0x636875726eL);
    return new StayTimes(spec, new SplittableRandom(Seeds.mix(ofStage, user)));
  }

  /**
   * What is left of the stay that the user is in when the hold begins, as if it had come and gone
   * long before: of a stay that somebody looks into, at a moment that is as likely as any other.
   */
  long restOfStayNs() {
    return switch (spec.distribution()) {
      case EXPONENTIAL -> stayNs();
      // Long stays are looked into more often: lognormal again, with its mean times e^sigma².
      case LOGNORMAL ->
          (long) (random.nextDouble() * StrictMath.exp(SIGMA * SIGMA) * drawNs(spec.stay()));
    };
  }

  long stayNs() {
    return (long) drawNs(spec.stay());
  }

  long outNs() {
    return (long) drawNs(spec.away());
  }

  private double drawNs(Duration mean) {
    double meanNs = mean.toNanos();
    return switch (spec.distribution()) {
      case EXPONENTIAL -> meanNs * -StrictMath.log(1 - random.nextDouble());
      case LOGNORMAL -> meanNs * StrictMath.exp(SIGMA * normal() - SIGMA * SIGMA / 2);
    };
  }

  /** By the method of Box and Muller. */
  private double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }
}
