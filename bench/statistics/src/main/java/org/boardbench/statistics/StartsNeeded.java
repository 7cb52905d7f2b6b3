package org.boardbench.statistics;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** How many starts something takes. */
public final class StartsNeeded {
  /** More is no plan. */
  public static final int MOST = 10_000;

  private StartsNeeded() {}

  /**
   * The least number that is enough.
   *
   * @param isEnough of a number of starts; true of all above one of which it is true
   * @return at least three; empty when {@link #MOST} are not enough
   */
  static OptionalInt least(IntPredicate isEnough) {
    int low = Refusal.LEAST_STARTS;
    int high = low;
    while (!isEnough.test(high)) {
      if (high == MOST) {
        return OptionalInt.empty();
      }
      low = high + 1;
      high = Math.min(2 * high, MOST);
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isEnough.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalInt.of(low);
  }
}
