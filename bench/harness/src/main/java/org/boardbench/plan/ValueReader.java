package org.boardbench.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads one value, the same way from a file and from an option. */
@FunctionalInterface
interface ValueReader<T> {
  /** Empty when the text is out of bounds; {@code problems} then says so, with bound and value. */
  Optional<T> read(Entry entry, Problems problems);

  static ValueReader<Integer> wholeNumber(int min, int max) {
    return reader(
        "must be a whole number from " + min + " to " + max,
        text -> Integer.valueOf(text),
        value -> value >= min && value <= max);
  }

  static ValueReader<Long> seed() {
    return reader("must be a whole number of 64 bits", text -> Long.valueOf(text), value -> true);
  }

  /** A decimal number within bounds that are part of it; neither NaN nor an infinity is one. */
  static ValueReader<Double> number(double min, double max) {
    return reader(
        "must be a number from " + shown(min) + " to " + shown(max),
        text -> new BigDecimal(text).doubleValue(),
        value -> value >= min && value <= max);
  }

  static ValueReader<LoopChoice> loop() {
    return reader(
        "must be auto, native or nio",
        text -> LoopChoice.ofKey(text).orElseThrow(NumberFormatException::new),
        choice -> true);
  }

  static ValueReader<LauncherChoice> launcher() {
    return reader(
        "must be " + LauncherChoice.keys(),
        text -> LauncherChoice.ofKey(text).orElseThrow(NumberFormatException::new),
        choice -> true);
  }

  /** An amount of memory in bytes. */
  static ValueReader<Long> size(long minBytes, long maxBytes) {
    return reader(
        "must be an amount of memory from "
            + Sizes.format(minBytes)
            + " to "
            + Sizes.format(maxBytes)
            + ", written like 512m or 2g",
        text -> Sizes.parse(text).orElseThrow(() -> new NumberFormatException(text)),
        bytes -> bytes >= minBytes && bytes <= maxBytes);
  }

  /** A list of CPUs, each of which this process may use. */
  static ValueReader<String> cpus(Machine machine) {
    return (entry, problems) -> {
      if (machine.cpus().isEmpty()) {
        problems.add(entry.key(), "needs Linux, which alone can pin, was " + shown(entry.text()));
        return Optional.empty();
      }
      NavigableSet<Integer> allowed = machine.cpus().get();
      return reader(
              "must be a list of CPUs out of " + CpuList.format(allowed) + ", written like 0,2-3",
              text -> text,
              text -> CpuList.parse(text).filter(allowed::containsAll).isPresent())
          .read(entry, problems);
    };
  }

  static ValueReader<Duration> duration(Duration min, Duration max) {
    return reader(
        "must be a duration from "
            + Durations.format(min)
            + " to "
            + Durations.format(max)
            + ", written like 500ms, 10s or 2m",
        text -> Durations.parse(text).orElseThrow(() -> new NumberFormatException(text)),
        value -> value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
  }

  static ValueReader<String> matching(Pattern shape, String bound) {
    return reader(bound, text -> text, text -> shape.matcher(text).matches());
  }

  private static <T> ValueReader<T> reader(
      String bound, TextParser<T> parser, Predicate<T> isWithin) {
    return (entry, problems) -> {
      Optional<T> value = parse(parser, entry.text()).filter(isWithin);
      if (value.isEmpty()) {
        problems.add(entry.key(), bound + ", was " + shown(entry.text()));
      }
      return value;
    };
  }

  private static <T> Optional<T> parse(TextParser<T> parser, String text) {
    try {
      return Optional.of(parser.parse(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String shown(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String shown(String text) {
    return text.isBlank() ? "empty" : text;
  }

  /** Throws {@link NumberFormatException} for a text that is none of its values. */
  @FunctionalInterface
  interface TextParser<T> {
    T parse(String text);
  }
}
