package org.boardbench.findings.capacity;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.CapacityRecord.Capacity;

/** What a result of a search says, and which side of it is open. Users are whole here. */
public final class CapacityWords {
  private static final String AT_LEAST = "≥";
  private static final String AT_MOST = "≤";

  private CapacityWords() {}

  /** {@code 483}, {@code ≥3000}, {@code ≤350}; empty where there is no number. */
  public static String users(CapacityRecord row) {
    if (row.capacity().users().isEmpty()) {
      return "";
    }
    return (row.isAtLeast() ? AT_LEAST : "")
        + (row.censored().isAtMost() ? AT_MOST : "")
        + whole(row.capacity().users());
  }

  /**
   * {@code 461–505}; {@code ≥461} or {@code ≤505} where the other end is open; empty where there is
   * no interval.
   */
  public static String interval(CapacityRecord row) {
    OptionalDouble low = row.capacity().low();
    OptionalDouble high = row.capacity().high();
    if (low.isPresent() && high.isPresent()) {
      return whole(low) + "–" + whole(high);
    }
    return (low.isPresent() ? AT_LEAST : high.isPresent() ? AT_MOST : "")
        + whole(low.isPresent() ? low : high);
  }

  /** {@code my-server keeps RTT p99 ≤ 10 ms with 483 users (460 to 507; 5 starts)}. */
  public static String sentence(CapacityRecord row) {
    String bound = String.format(Locale.ROOT, "RTT p99 ≤ %.0f ms", row.objective().rttP99Ms());
    if (row.isUndecided()) {
      return row.target() + ", " + bound + ": undecided, " + whyUndecided(row);
    }
    if (row.capacity().users().isEmpty()) {
      return row.target() + " keeps " + bound + " under no load of the search";
    }
    return row.target()
        + " keeps "
        + bound
        + " with "
        + (row.isAtLeast() ? "at least " : "")
        + (row.censored().isAtMost() ? "at most " : "")
        + whole(row.capacity().users())
        + " users ("
        + ends(row.capacity())
        + row.capacity().starts().orElse(0)
        + " starts"
        + (row.censored().isAtMost() ? "; " + violatedAtOnce(row) : "")
        + ")";
  }

  /** Why a result without a number is none. */
  public static String whyUndecided(CapacityRecord row) {
    return row.censored().isAtMost()
        ? violatedAtOnce(row) + ", and too many others came to no violation"
        : "no valid hold decided it";
  }

  /** {@code 2 starts violated it at the first load}. */
  public static String violatedAtOnce(CapacityRecord row) {
    OptionalInt starts = row.censored().atMostStarts();
    String who = starts.equals(OptionalInt.of(1)) ? "1 start" : starts.orElse(0) + " starts";
    return who + " violated it at the first load";
  }

  /** {@code 460 to 507; }, {@code up to 507; }; empty where there is no interval. */
  private static String ends(Capacity capacity) {
    if (capacity.low().isPresent() && capacity.high().isPresent()) {
      return whole(capacity.low()) + " to " + whole(capacity.high()) + "; ";
    }
    if (capacity.low().isPresent()) {
      return "from " + whole(capacity.low()) + "; ";
    }
    return capacity.high().isPresent() ? "up to " + whole(capacity.high()) + "; " : "";
  }

  private static String whole(OptionalDouble users) {
    return users.isPresent() ? String.format(Locale.ROOT, "%.0f", users.getAsDouble()) : "";
  }
}
