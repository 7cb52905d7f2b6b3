package org.boardbench.input;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 50us}, {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}.
 */
public final class Durations {
  // Nine digits cannot overflow, whatever the unit, and no experiment needs more.
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(us|ms|s|m|h)");

  private Durations() {}

  /** Empty when {@code text} is not a whole number followed by its unit. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "us" -> Duration.of(amount, ChronoUnit.MICROS);
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  /**
   * In seconds, or in milliseconds or microseconds where seconds would need decimals; {@link
   * #parse} reads it.
   */
  public static String format(Duration duration) {
    long usOfMs = duration.toNanosPart() / 1000 % 1000;
    if (usOfMs != 0) {
      return duration.toMillis() * 1000 + usOfMs + "us";
    }
    long ms = duration.toMillis();
    return ms % 1000 == 0 ? ms / 1000 + "s" : ms + "ms";
  }
}
