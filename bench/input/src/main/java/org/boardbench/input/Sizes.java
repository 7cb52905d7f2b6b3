package org.boardbench.input;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them: {@code 512m}, {@code 2g}; powers of 1024. */
public final class Sizes {
  private static final long MIB = 1 << 20;
  private static final long GIB = 1 << 30;
  // Seven digits of gibibytes cannot overflow, and no machine has more.
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})([mg])");

  private Sizes() {}

  /** Bytes; empty when {@code text} is not a whole number followed by its unit. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("g") ? GIB : MIB))
        : Optional.empty();
  }

  /** Whole mebibytes, or gibibytes where those come out even; {@link #parse} reads it. */
  public static String format(long bytes) {
    return bytes % GIB == 0 ? bytes / GIB + "g" : bytes / MIB + "m";
  }
}
