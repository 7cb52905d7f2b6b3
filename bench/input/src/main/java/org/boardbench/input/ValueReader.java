package org.boardbench.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads one value, the same way from a file and from an option.
 *
 * @param demand how a problem begins: {@code must be a whole number from 1 to 9}
 * @param bound the same in a list of all keys: {@code a whole number from 1 to 9}
 * @param parser throws {@link NumberFormatException} for a text that is none of its values
 * @param stored a value as a file gets it; what is no number is text
 */
public record ValueReader<T>(
    String demand,
    String bound,
    Function<String, T> parser,
    Predicate<T> isWithin,
    Function<T, Object> stored) {

  /** Empty when the text is out of bounds; {@code problems} then says so, with bound and value. */
  public Optional<T> read(Entry entry, Problems problems) {
    Optional<T> value = parse(entry.text());
    if (value.isEmpty()) {
      problems.add(entry.key(), demand + ", was " + shown(entry.text()));
    }
    return value;
  }

  /** Empty when the text is out of bounds. */
  public Optional<T> parse(String text) {
    try {
      return Optional.of(parser.apply(text)).filter(isWithin);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A text for which its demand says all that a problem has to say. */
  public static ValueReader<String> refusing(String demand) {
    return new ValueReader<>(demand, demand, text -> text, text -> false, text -> text);
  }

  public static ValueReader<Integer> wholeNumber(int min, int max) {
    return of(
        "a whole number from " + min + " to " + max,
        Integer::valueOf,
        value -> value >= min && value <= max);
  }

  /** Any of 64 bits. */
  public static ValueReader<Long> wholeNumber() {
    return of("a whole number of 64 bits", Long::valueOf, value -> true);
  }

  /** A decimal number within bounds that are part of it; neither NaN nor an infinity is one. */
  public static ValueReader<Double> number(double min, double max) {
    return of(
        "a number from " + shown(min) + " to " + shown(max),
        text -> new BigDecimal(text).doubleValue(),
        value -> value >= min && value <= max);
  }

  /** One of an enumeration's constants, each written as {@code word} says. */
  public static <E extends Enum<E>> ValueReader<E> oneOf(Class<E> type, Function<E, String> word) {
    List<E> choices = Arrays.asList(type.getEnumConstants());
    return of(
            WordList.or(choices.stream().map(word).toList()),
            text ->
                choices.stream()
                    .filter(choice -> word.apply(choice).equals(text))
                    .findFirst()
                    .orElseThrow(NumberFormatException::new),
            choice -> true)
        .storing(word::apply);
  }

  /** An amount of memory in bytes. */
  public static ValueReader<Long> size(long minBytes, long maxBytes) {
    return writtenLike(
            "512m or 2g",
            "an amount of memory from " + Sizes.format(minBytes) + " to " + Sizes.format(maxBytes),
            text -> Sizes.parse(text).orElseThrow(() -> new NumberFormatException(text)),
            bytes -> bytes >= minBytes && bytes <= maxBytes)
        .storing(Sizes::format);
  }

  public static ValueReader<Duration> duration(Duration min, Duration max) {
    return duration(min, max, "500ms, 10s or 2m");
  }

  /** The same, with an example that suits its bounds. */
  public static ValueReader<Duration> duration(Duration min, Duration max, String example) {
    return writtenLike(
            example,
            "a duration from " + Durations.format(min) + " to " + Durations.format(max),
            text -> Durations.parse(text).orElseThrow(() -> new NumberFormatException(text)),
            value -> value.compareTo(min) >= 0 && value.compareTo(max) <= 0)
        .storing(Durations::format);
  }

  public static ValueReader<String> matching(String shape, String bound) {
    Pattern pattern = Pattern.compile(shape);
    return of(bound, text -> text, text -> pattern.matcher(text).matches());
  }

  /**
   * Says in problems how the value is written.
   *
   * @param example follows the bound in problems
   */
  public static <T> ValueReader<T> writtenLike(
      String example, String bound, Function<String, T> parser, Predicate<T> isWithin) {
    String demand = "must be " + bound + ", written like " + example;
    return new ValueReader<>(demand, bound, parser, isWithin, value -> value);
  }

  private static <T> ValueReader<T> of(
      String bound, Function<String, T> parser, Predicate<T> isWithin) {
    return new ValueReader<>("must be " + bound, bound, parser, isWithin, value -> value);
  }

  /** The same values as another type has them. */
  public <U> ValueReader<U> as(Function<T, U> to, Function<U, T> from) {
    return new ValueReader<>(
        demand,
        bound,
        parser.andThen(to),
        value -> isWithin.test(from.apply(value)),
        from.andThen(stored));
  }

  private ValueReader<T> storing(Function<T, Object> form) {
    return new ValueReader<>(demand, bound, parser, isWithin, form);
  }

  private static String shown(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String shown(String text) {
    return text.isBlank() ? "empty" : text;
  }
}
