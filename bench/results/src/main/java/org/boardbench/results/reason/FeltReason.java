package org.boardbench.results.reason;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a row of {@code felt.csv} may be invalid, in the order in which rows have it, and from which
 * bound on. The words are a contract. Beside these a row has the reasons of its stage, but for
 * those that speak of the stage's own times. That a message is felt late is what such a row is to
 * show, and no reason.
 */
public enum FeltReason implements Code {
  BROWSER_ENDED(
      "The browser or one of its pages ended, or lost the server, before the hold did: the row speaks"
          + " of what it saw until then.",
      "see driver.log and target.log, and give the browser memory",
      Bound.count(0, 0, 1, "Most browsers that may end before the hold does.")),
  BROWSER_FPS(
      "A page drew so few frames a second that its own lag is in what was felt.",
      "take fewer users, or a machine with more cores: the browser draws without a graphics card",
      Bound.count(55, 1, 1_000, "Fewest frames a second that each page must have drawn.")),
  FEW_SHOWN(
      "So few messages of the drawing page were shown that fewer than ten lie beyond the 95th"
          + " percentile.",
      "hold longer (--hold) or draw more often (--draw-rate)",
      Bound.count(200, 1, 1_000_000, "Fewest messages that must have been shown.")),
  WITNESSES_DIFFER(
      "The two witnesses of when a frame was presented, the browser's trace and Element Timing, differ"
          + " by so much in their medians.",
      "take fewer users, or another version of Chromium",
      Bound.ms(17, "Most that the witnesses may differ: a frame.")),
  CLOCKS_DIFFER(
      "A page's clock, as asked for, and the browser's trace differ by so much: one of the two is not"
          + " the run's clock.",
      "measure on Linux, where Chromium's trace and this program read the same clock",
      Bound.ms(5, "Most that the two may differ."));

  private final String meaning;
  private final String remedy;

  @SuppressWarnings("ImmutableEnumChecker") // A record of values.
  private final Bound bound;

  FeltReason(String meaning, String remedy, Bound bound) {
    this.meaning = meaning;
    this.remedy = remedy;
    this.bound = bound.named(key());
  }

  /** By its word in results, such as {@code browser-fps}; empty when it is not known here. */
  public static Optional<FeltReason> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  /** Its usual value holds: no plan sets it. */
  @Override
  public Bound bound() {
    return bound;
  }
}
