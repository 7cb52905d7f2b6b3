package org.boardbench.statistics;

/**
 * Why there is no interval.
 *
 * @param words such as "needs 3 starts or more, has 2"
 */
public record Refusal(String words) implements Bounds {
  /** Fewer show no spread that could be relied on. */
  public static final int LEAST_STARTS = 3;

  public static Refusal tooFewStarts(int starts) {
    return new Refusal("needs " + LEAST_STARTS + " starts or more, has " + starts);
  }

  static Refusal zero() {
    return new Refusal("a value of 0 is no factor of another");
  }
}
