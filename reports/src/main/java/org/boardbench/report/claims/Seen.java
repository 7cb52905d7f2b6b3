package org.boardbench.report.claims;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.Refusal;
import org.boardbench.statistics.Share;

/** What starts say of one number. */
public sealed interface Seen
    permits Effect,
        RankAgreement,
        Reversal,
        Seen.Counted,
        Seen.Departure,
        Seen.Mean,
        Seen.Quotient {
  /** Empty where no start says anything. */
  OptionalDouble estimate();

  /** That were looked into; of two variants, of the one that has fewer. */
  int starts();

  /** Between what the truth is, or why nobody can say. */
  Bounds bounds(double confidence);

  /**
   * How many starts it takes until the interval does not reach an edge, if what they say stays as
   * it is; empty when no number is known.
   */
  OptionalInt startsNeeded(double edge, double confidence);

  /**
   * How far apart two equal variants are on the machine by nothing, relative; empty where that has
   * no say, or nobody measured it.
   */
  default OptionalDouble floor(double confidence) {
    return OptionalDouble.empty();
  }

  /**
   * The mean over starts of one variant.
   *
   * @param isAtLeast whether the truth may be greater, because a part of the messages never came
   */
  record Mean(Estimate of, boolean isAtLeast) implements Seen {
    @Override
    public OptionalDouble estimate() {
      return of.mean();
    }

    @Override
    public int starts() {
      return of.starts();
    }

    @Override
    public Bounds bounds(double confidence) {
      return opened(of.bounds(confidence), false, isAtLeast);
    }

    @Override
    public OptionalInt startsNeeded(double edge, double confidence) {
      double mean = of.mean().orElse(Double.NaN);
      if (isAtLeast && edge > mean) {
        return OptionalInt.empty();
      }
      return of.startsNeeded(
          of.kind() == FigureKind.TIME
              ? Math.max(edge, mean) / Math.min(edge, mean) - 1
              : Math.abs(edge - mean) / mean,
          confidence);
    }
  }

  /**
   * A figure of one variant divided by that of another.
   *
   * @param isAtLeast whether the truth may be greater
   * @param isAtMost whether the truth may be less
   * @param noise what the machine makes of nothing in this figure; empty where nobody measured it
   */
  record Quotient(Ratio of, boolean isAtLeast, boolean isAtMost, Optional<NoiseFloor> noise)
      implements Seen {
    @Override
    public OptionalDouble estimate() {
      return of.estimate();
    }

    @Override
    public int starts() {
      return Math.min(of.baseStarts(), of.otherStarts());
    }

    @Override
    public Bounds bounds(double confidence) {
      return opened(of.bounds(confidence, noise), isAtMost, isAtLeast);
    }

    @Override
    public OptionalInt startsNeeded(double edge, double confidence) {
      double ratio = of.estimate().orElse(Double.NaN);
      return (isAtLeast && edge > ratio) || (isAtMost && edge < ratio)
          ? OptionalInt.empty()
          : of.startsNeeded(edge, confidence, noise);
    }

    @Override
    public OptionalDouble floor(double confidence) {
      return noise.isPresent() && starts() > 0
          ? OptionalDouble.of(noise.get().difference(of.baseStarts(), of.otherStarts(), confidence))
          : OptionalDouble.empty();
    }
  }

  /**
   * How far a figure is off proportion at the load where it is farthest, in percent. Each load has
   * an interval of its own, and the greatest departure is between the greatest of their near ends
   * and the greatest of their far ends. That all are near is wrong only where one of them is, which
   * needs no allowance; but any of several might be far by chance, so near ends share the error.
   *
   * @param shares of each load but the first, the figure by load divided by that of the first one,
   *     so that 1 is in proportion; all of the same starts
   */
  record Departure(List<Estimate> shares) implements Seen {
    private static final double PERCENT = 100;

    public Departure {
      shares = List.copyOf(shares);
    }

    @Override
    public OptionalDouble estimate() {
      return starts() == 0
          ? OptionalDouble.empty()
          : shares.stream().mapToDouble(Departure::off).max();
    }

    @Override
    public int starts() {
      return shares.stream().mapToInt(Estimate::starts).min().orElse(0);
    }

    @Override
    public Bounds bounds(double confidence) {
      if (starts() < Refusal.LEAST_STARTS) {
        return Refusal.tooFewStarts(starts());
      }
      double low = intervals(shared(confidence)).mapToDouble(Departure::near).max().orElseThrow();
      double high = intervals(confidence).mapToDouble(Departure::far).max().orElseThrow();
      return new Interval(low, high, confidence);
    }

    private double shared(double confidence) {
      return 1 - (1 - confidence) / shares.size();
    }

    private Stream<Interval> intervals(double confidence) {
      return shares.stream().flatMap(share -> share.bounds(confidence).interval().stream());
    }

    @Override
    public OptionalInt startsNeeded(double edge, double confidence) {
      if (estimate().isEmpty()) {
        return OptionalInt.empty();
      }
      if (estimate().getAsDouble() < edge) {
        List<OptionalInt> each =
            shares.stream().map(share -> needed(share, edge - off(share), confidence)).toList();
        return each.stream().allMatch(OptionalInt::isPresent)
            ? each.stream().mapToInt(OptionalInt::getAsInt).max()
            : OptionalInt.empty();
      }
      return shares.stream()
          .filter(share -> off(share) > edge)
          .flatMapToInt(share -> needed(share, off(share) - edge, shared(confidence)).stream())
          .min();
    }

    /**
     * @param pct how far its interval may reach
     */
    private static OptionalInt needed(Estimate share, double pct, double confidence) {
      return share.startsNeeded(pct / PERCENT / share.mean().orElseThrow(), confidence);
    }

    private static double off(Estimate share) {
      return PERCENT * Math.abs(share.mean().orElseThrow() - 1);
    }

    private static double near(Interval share) {
      return share.contains(1)
          ? 0
          : PERCENT * Math.min(Math.abs(share.low() - 1), Math.abs(share.high() - 1));
    }

    private static double far(Interval share) {
      return PERCENT * Math.max(Math.abs(share.low() - 1), Math.abs(share.high() - 1));
    }
  }

  /**
   * The share of starts that are as claimed, 0 to 1.
   *
   * @param count of those that are
   * @param of all of which that is known
   */
  record Counted(int count, int of) implements Seen {
    /** More is no plan. */
    private static final int MOST_STARTS = 1000;

    @Override
    public OptionalDouble estimate() {
      return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(new Share(count, of).estimate());
    }

    @Override
    public int starts() {
      return of;
    }

    @Override
    public Bounds bounds(double confidence) {
      return of < Refusal.LEAST_STARTS
          ? Refusal.tooFewStarts(of)
          : new Share(count, of).interval(confidence);
    }

    @Override
    public OptionalInt startsNeeded(double edge, double confidence) {
      for (int n = of + 1; of > 0 && n <= MOST_STARTS; n++) {
        int asMany = (int) Math.round((double) count / of * n);
        Interval interval = new Share(asMany, n).interval(confidence);
        if (interval.low() > edge || interval.high() < edge) {
          return OptionalInt.of(n);
        }
      }
      return OptionalInt.empty();
    }
  }

  private static Bounds opened(Bounds bounds, boolean isOpenBelow, boolean isOpenAbove) {
    return switch (bounds) {
      case Refusal refusal -> refusal;
      case Interval known ->
          new Interval(
              isOpenBelow ? 0 : known.low(),
              isOpenAbove ? Double.POSITIVE_INFINITY : known.high(),
              known.confidence());
    };
  }
}
