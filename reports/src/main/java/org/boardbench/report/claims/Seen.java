package org.boardbench.report.claims;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.Refusal;
import org.boardbench.statistics.Share;

/** What starts say of one number. */
public sealed interface Seen {
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
