package org.boardbench.plan.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.input.ValueReader;

/** How much a line carries, as people write it: {@code 100kB/s}, {@code 1MB/s}; powers of 1000. */
public record ByteRate(long bytesPerSecond) {
  private static final long KILO = 1_000;
  private static final long MEGA = 1_000_000;
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})(kB|MB)/s");

  /** Slower, a single message of the largest size would take longer than a minute. */
  private static final ByteRate LEAST = new ByteRate(KILO);

  /** Faster, nothing on one machine would notice. */
  private static final ByteRate MOST = new ByteRate(1_000 * MEGA);

  /** Reads one within bounds that are part of it. */
  static ValueReader<ByteRate> reader() {
    String bound = "a rate from " + LEAST.text() + " to " + MOST.text();
    return new ValueReader<>(
        "must be " + bound + ", written like 100kB/s or 1MB/s",
        bound,
        ByteRate::parse,
        rate ->
            rate.bytesPerSecond >= LEAST.bytesPerSecond
                && rate.bytesPerSecond <= MOST.bytesPerSecond,
        ByteRate::text);
  }

  private static ByteRate parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new NumberFormatException(text);
    }
    long unit = matcher.group(2).equals("kB") ? KILO : MEGA;
    return new ByteRate(Long.parseLong(matcher.group(1)) * unit);
  }

  /** As a plan has it. */
  public String text() {
    return bytesPerSecond % MEGA == 0
        ? bytesPerSecond / MEGA + "MB/s"
        : bytesPerSecond / KILO + "kB/s";
  }
}
