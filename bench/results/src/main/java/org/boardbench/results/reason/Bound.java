package org.boardbench.results.reason;

/**
 * How far a figure may go before its row is invalid. Plans set it by the key {@code
 * validity.<key>}, unless it is fixed.
 *
 * @param key in kebab-case; empty = that of the reason whose bound it is
 * @param usual holds where a plan gives none; in the unit, as the next two
 * @param least that a plan may give
 * @param most that a plan may give
 * @param doc what it is for, in a sentence
 */
public record Bound(String key, Unit unit, double usual, double least, double most, String doc) {
  /** What a figure and its bound are in. */
  public enum Unit {
    PERCENT("%"),
    /** Of which a bound has whole ones. */
    MS("ms"),
    /** A number of something, of which a bound has whole ones. */
    COUNT("");

    private final String sign;

    Unit(String sign) {
      this.sign = sign;
    }

    /** Stands behind a number; empty where there is none. */
    public String sign() {
      return sign;
    }
  }

  /** The second bound of {@link ReasonCode#SEND_DELAY}. */
  public static final Bound SEND_DELAY_SHARE =
      percent(10, "The same as a share of the RTT's median, in percent.").named("send-delay-share");

  /** The second bound of {@link ReasonCode#STALL}. */
  public static final Bound STALL_SHARE =
      percent(
              0.01,
              "The same as a share of the hold, in percent: a tenth of what is beyond the p99.9, so"
                  + " that one stall in an hour moves none of its percentiles.")
          .named("stall-share");

  /** The second bound of {@link ReasonCode#FEW_SAMPLES}. */
  public static final Bound PERCENTILE =
      percent(99, "Highest percentile that a valid row vouches for.")
          .within(50, 99.999)
          .named("percentile");

  /** Of a share, from 0 to 100. */
  static Bound percent(double usual, String doc) {
    return new Bound("", Unit.PERCENT, usual, 0, 100, doc);
  }

  /** Of a time, from a millisecond to a minute. */
  static Bound ms(long usual, String doc) {
    return new Bound("", Unit.MS, usual, 1, 60_000, doc);
  }

  static Bound count(int usual, int least, int most, String doc) {
    return new Bound("", Unit.COUNT, usual, least, most, doc);
  }

  /** Whether no plan can set it. */
  public boolean isFixed() {
    return least == most;
  }

  /** The same with other ends. */
  Bound within(double otherLeast, double otherMost) {
    return new Bound(key, unit, usual, otherLeast, otherMost, doc);
  }

  /** The same under a key of its own. */
  Bound named(String otherKey) {
    return new Bound(otherKey, unit, usual, least, most, doc);
  }
}
