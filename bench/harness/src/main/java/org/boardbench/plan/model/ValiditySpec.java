package org.boardbench.plan.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.results.reason.Bound;
import org.boardbench.results.reason.ReasonCode;

/**
 * The bounds beyond which a stage's figures may be the driver's or the machine's and not the
 * server's: a key for each bound that {@link ReasonCode} declares and does not fix.
 */
public record ValiditySpec(SectionValues values) {
  public static final Section<ValiditySpec> KEYS = new Section<>(ValiditySpec::values);

  private static final Map<Bound, PlanKey<Double>> BY_BOUND = keys();

  /** The bounds that hold where an experiment gives none. */
  public static ValiditySpec usual() {
    return new ValiditySpec(KEYS.usual());
  }

  public static ValiditySpec read(PlanValues values) {
    return new ValiditySpec(KEYS.read(values));
  }

  /** The key by which a plan sets a bound, which is not fixed. */
  public static PlanKey<Double> key(Bound bound) {
    return BY_BOUND.get(bound);
  }

  /** In the unit that the bound of {@code code} has. */
  public double of(ReasonCode code) {
    return of(code.bound());
  }

  /** In its unit. */
  public double of(Bound bound) {
    return bound.isFixed() ? bound.usual() : values.of(key(bound));
  }

  private static Map<Bound, PlanKey<Double>> keys() {
    Map<Bound, PlanKey<Double>> keys = new LinkedHashMap<>();
    Arrays.stream(ReasonCode.values())
        .flatMap(code -> code.bounds().stream())
        .filter(bound -> !bound.isFixed())
        .forEach(bound -> keys.put(bound, KEYS.add(made(bound))));
    return Collections.unmodifiableMap(keys);
  }

  private static PlanKey<Double> made(Bound bound) {
    return PlanKey.of("validity." + bound.key(), reader(bound), bound.doc()).usually(bound.usual());
  }

  private static ValueReader<Double> reader(Bound bound) {
    return switch (bound.unit()) {
      case PERCENT -> ValueReader.number(bound.least(), bound.most());
      case MS ->
          ValueReader.duration(duration(bound.least()), duration(bound.most()))
              .as(duration -> (double) duration.toMillis(), ValiditySpec::duration);
      case COUNT ->
          ValueReader.wholeNumber((int) bound.least(), (int) bound.most())
              .as(Integer::doubleValue, Double::intValue);
    };
  }

  private static Duration duration(double ms) {
    return Duration.ofMillis((long) ms);
  }
}
