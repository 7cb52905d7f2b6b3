package org.boardbench.results.row;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of a calibration beside what it should be. Empty = does not apply.
 *
 * @param unit {@code deliveries}, {@code faults}, {@code connections}, {@code ms}, {@code 1/s} or
 *     {@code %}; of {@code truth}, {@code measured}, {@code error} and {@code bound}
 * @param error measured − truth
 * @param bound the largest error, up or down, that passes
 * @param ok whether it passed; empty for a number that nothing judges
 */
public record CalibrationValue(
    String figure,
    String unit,
    OptionalDouble truth,
    OptionalDouble measured,
    OptionalDouble error,
    OptionalDouble bound,
    Optional<Boolean> ok) {
  /** Decimals by unit: a microsecond, or a hundredth of a percent; counts have none. */
  private static final Map<String, Integer> PLACES = Map.of("ms", 3, "%", 2, "1/s", 1);

  /** A number without a truth to hold it against. */
  public static CalibrationValue of(String figure, String unit, OptionalDouble measured) {
    return new CalibrationValue(
        figure,
        unit,
        OptionalDouble.empty(),
        measured,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  public static CalibrationValue of(String figure, String unit, double measured) {
    return of(figure, unit, OptionalDouble.of(measured));
  }

  /** A count without a truth to hold it against. */
  public static CalibrationValue count(String figure, String unit, long measured) {
    return of(figure, unit, OptionalDouble.of((double) measured));
  }

  /** A count that must be the truth. */
  public static CalibrationValue exact(String figure, String unit, long truth, long measured) {
    return judged(figure, unit, (double) truth, OptionalDouble.of((double) measured), 0);
  }

  /** A number that may miss the truth by {@code bound}; one that was not measured misses it. */
  public static CalibrationValue judged(
      String figure, String unit, double truth, OptionalDouble measured, double bound) {
    CalibrationValue shown = shown(figure, unit, truth, measured);
    OptionalDouble error = shown.error();
    boolean isOk = error.isPresent() && Math.abs(error.getAsDouble()) <= bound;
    return new CalibrationValue(
        figure, unit, shown.truth(), measured, error, OptionalDouble.of(bound), Optional.of(isOk));
  }

  /** A number whose error is shown and not judged. */
  public static CalibrationValue shown(
      String figure, String unit, double truth, OptionalDouble measured) {
    OptionalDouble error =
        measured.isPresent()
            ? OptionalDouble.of(measured.getAsDouble() - truth)
            : OptionalDouble.empty();
    return new CalibrationValue(
        figure,
        unit,
        OptionalDouble.of(truth),
        measured,
        error,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** The same number with a judgement that was come to elsewhere. */
  public CalibrationValue withVerdict(boolean isOk) {
    return new CalibrationValue(figure, unit, truth, measured, error, bound, Optional.of(isOk));
  }

  public boolean isMissed() {
    return !ok.orElse(true);
  }

  /** {@code lost: truth 34 deliveries, measured 35, error 1, bound 0}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: truth %s %s, measured %s, error %s, bound %s",
        figure,
        shown(truth),
        unit,
        shown(measured),
        shown(error),
        shown(bound));
  }

  private String shown(OptionalDouble value) {
    return value.isPresent() ? text(value) : "none";
  }

  /** A number of this unit as files write it; empty when there is none. */
  public String text(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + PLACES.getOrDefault(unit, 0) + "f", value.getAsDouble())
        : "";
  }
}
