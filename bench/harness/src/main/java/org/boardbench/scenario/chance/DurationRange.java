package org.boardbench.scenario.chance;

import java.time.Duration;

/** Times from the shortest to the longest, each as likely as the others. */
public record DurationRange(Duration shortest, Duration longest) {
  private static final double NS_PER_S = 1e9;

  public DurationRange {
    if (shortest.compareTo(longest) > 0) {
      throw new IllegalArgumentException("the shortest is above the longest");
    }
  }

  public static DurationRange ofSeconds(long shortest, long longest) {
    return new DurationRange(Duration.ofSeconds(shortest), Duration.ofSeconds(longest));
  }

  /** One of the times, in seconds. */
  public double drawS(Chance chance) {
    double fromS = seconds(shortest);
    return fromS + chance.share() * (seconds(longest) - fromS);
  }

  /**
   * What is left, in seconds, of the time that is under way at a random moment. A long one is met
   * more often: the density of the one that is met grows with its length.
   */
  public double drawRemainderS(Chance chance) {
    double fromS = seconds(shortest);
    double toS = seconds(longest);
    double square = fromS * fromS + chance.share() * (toS * toS - fromS * fromS);
    return chance.share() * StrictMath.sqrt(square);
  }

  public double meanS() {
    return (seconds(shortest) + seconds(longest)) / 2;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NS_PER_S;
  }
}
