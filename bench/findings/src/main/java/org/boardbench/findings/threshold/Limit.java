package org.boardbench.findings.threshold;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.boardbench.statistics.Interval;

/** The side of a number on which a figure must stay. */
public record Limit(Relation relation, double bound) {
  /** As it is written, in words for who wrote another one. */
  public static final String SHAPE = "<, <=, > or >= and a number, as in \"< 50\"";

  private static final double MOST = 1e15;

  /** What a figure must be. */
  public enum Relation {
    // Those of two signs first: each begins with one of the others.
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    MORE(">");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** What is so where this is not. */
    public Relation opposite() {
      return switch (this) {
        case AT_MOST -> MORE;
        case AT_LEAST -> LESS;
        case LESS -> AT_LEAST;
        case MORE -> AT_MOST;
      };
    }
  }

  /** Of a text such as {@code < 50}; empty where it is none. */
  public static Optional<Limit> parse(String text) {
    String stripped = text.strip();
    return Arrays.stream(Relation.values())
        .filter(relation -> stripped.startsWith(relation.sign))
        .findFirst()
        .flatMap(relation ->
            number(stripped.substring(relation.sign.length()))
                .map(bound -> new Limit(relation, bound)));
  }

  private static Optional<Double> number(String text) {
    try {
      double number = new BigDecimal(text.strip()).doubleValue();
      return Optional.of(number).filter(value -> value >= 0 && value <= MOST);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether more of the figure breaks it. */
  public boolean isUpper() {
    return relation == Relation.LESS || relation == Relation.AT_MOST;
  }

  public boolean isKeptBy(double value) {
    return switch (relation) {
      case AT_MOST -> value <= bound;
      case AT_LEAST -> value >= bound;
      case LESS -> value < bound;
      case MORE -> value > bound;
    };
  }

  /** By every value of it. */
  public boolean isKeptBy(Interval interval) {
    return isKeptBy(interval.low()) && isKeptBy(interval.high());
  }

  /** By every value of it. */
  public boolean isBrokenBy(Interval interval) {
    return !isKeptBy(interval.low()) && !isKeptBy(interval.high());
  }

  /** As it is written: {@code < 50}. */
  public String words() {
    return relation.sign + " " + BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}
