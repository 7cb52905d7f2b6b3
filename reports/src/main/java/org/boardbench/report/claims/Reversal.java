package org.boardbench.report.claims;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;

/**
 * How far two variants change places from one occasion to another: by so much the one is ahead at
 * the one and behind at the other, as a factor, of the two ratios the one that is nearer to 1.
 * Below 1 where they keep their order.
 *
 * <p>Its interval is what those of the two ratios leave: where one of them leaves open who is
 * ahead, so does it. Each of the two is as sure as is asked for, and so are both: of the four sides
 * on which the truth may lie outside, only two, one of each, make an order that was kept look
 * changed, and only two the other way round.
 *
 * @param here a figure of the one divided by that of the other
 * @param there the same at the other occasion
 */
public record Reversal(Seen.Quotient here, Seen.Quotient there) implements Seen {
  @Override
  public OptionalDouble estimate() {
    if (here.estimate().isEmpty() || there.estimate().isEmpty()) {
      return OptionalDouble.empty();
    }
    double x = Math.log(here.estimate().getAsDouble());
    double y = Math.log(there.estimate().getAsDouble());
    return OptionalDouble.of(Math.exp(reversed(x, x, y, y)));
  }

  /**
   * Of logarithms that are as far to the sides of a change as they can be; with low and high in
   * each other's places as far from it.
   */
  private static double reversed(double lowX, double highX, double lowY, double highY) {
    return Math.max(Math.min(highX, -lowY), Math.min(-lowX, highY));
  }

  @Override
  public int starts() {
    return Math.min(here.starts(), there.starts());
  }

  @Override
  public Bounds bounds(double confidence) {
    Bounds first = here.bounds(confidence);
    Bounds second = there.bounds(confidence);
    if (!(first instanceof Interval x)) {
      return first;
    }
    if (!(second instanceof Interval y)) {
      return second;
    }
    double lowX = Math.log(x.low());
    double highX = Math.log(x.high());
    double lowY = Math.log(y.low());
    double highY = Math.log(y.high());
    return new Interval(
        Math.exp(reversed(highX, lowX, highY, lowY)),
        Math.exp(reversed(lowX, highX, lowY, highY)),
        confidence);
  }

  /** Where the order is kept, of each of the two ways to change places one side must be shut. */
  @Override
  public OptionalInt startsNeeded(double edge, double confidence) {
    if (estimate().isEmpty()) {
      return OptionalInt.empty();
    }
    double inverse = 1 / edge;
    if (estimate().getAsDouble() < edge) {
      return both(
          least(below(here, edge, confidence), above(there, inverse, confidence)),
          least(above(here, inverse, confidence), below(there, edge, confidence)));
    }
    return least(
        both(above(here, edge, confidence), below(there, inverse, confidence)),
        both(below(here, inverse, confidence), above(there, edge, confidence)));
  }

  private static OptionalInt below(Seen.Quotient ratio, double edge, double confidence) {
    return ratio.estimate().orElseThrow() < edge
        ? needed(ratio, edge, confidence)
        : OptionalInt.empty();
  }

  private static OptionalInt above(Seen.Quotient ratio, double edge, double confidence) {
    return ratio.estimate().orElseThrow() > edge
        ? needed(ratio, edge, confidence)
        : OptionalInt.empty();
  }

  /** As many as there are where that is decided already. */
  private static OptionalInt needed(Seen.Quotient ratio, double edge, double confidence) {
    boolean isDecided =
        ratio.bounds(confidence).interval().stream().anyMatch(known -> !known.contains(edge));
    return isDecided ? OptionalInt.of(ratio.starts()) : ratio.startsNeeded(edge, confidence);
  }

  private static OptionalInt least(OptionalInt one, OptionalInt other) {
    return Stream.of(one, other).flatMapToInt(OptionalInt::stream).min();
  }

  private static OptionalInt both(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent()
        ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
        : OptionalInt.empty();
  }

  /** That of the ratio that has the wider one. */
  @Override
  public OptionalDouble floor(double confidence) {
    return Stream.of(here.floor(confidence), there.floor(confidence))
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }
}
