package org.boardbench.plan.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.statistics.Refusal;
import org.boardbench.statistics.StoppingRule;

/**
 * How often every variant runs.
 *
 * @param most repetitions; without a rule there are as many
 * @param rule decides after which of them a run ends
 */
public record RepetitionsSpec(int most, Optional<StoppingRule> rule) {
  /** More is no plan. */
  public static final int CAP = 100;

  public static final PlanKey<Integer> LEAST =
      PlanKey.of(
              "repetitions.least",
              ValueReader.wholeNumber(Refusal.LEAST_STARTS, CAP),
              "Repetitions before the first look at how well the figures are known.")
          .usually(Refusal.LEAST_STARTS);

  public static final PlanKey<Integer> MOST =
      PlanKey.of(
              "repetitions.most",
              ValueReader.wholeNumber(Refusal.LEAST_STARTS, CAP),
              "Repetitions after which a run ends however well they are known.")
          .usually(10);

  public static final PlanKey<Double> UNTIL =
      new PlanKey<>(
          "repetitions.until",
          anywhere -> Share.READER,
          Share.READER.bound(),
          Optional.empty(),
          "",
          Share.READER.stored(),
          Optional.empty(),
          "Whole repetitions are added until the intervals of RTT p95 and TPS of every variant, at"
              + " the loads that it keeps, reach no farther above their means; looks share the error.");

  /** A number of repetitions that is fixed. */
  public static RepetitionsSpec of(int repetitions) {
    return new RepetitionsSpec(repetitions, Optional.empty());
  }

  public static RepetitionsSpec until(StoppingRule rule) {
    return new RepetitionsSpec(rule.most(), Optional.of(rule));
  }

  /** As {@code run.json} has it: a number, or a map. */
  Object stored() {
    if (rule.isEmpty()) {
      return most;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(LEAST.name(), rule.get().least());
    tree.put(MOST.name(), most);
    tree.put(UNTIL.name(), UNTIL.stored().apply(rule.get().until()));
    return tree;
  }

  /** How far an interval may reach, relative to its mean. */
  private static final class Share {
    private static final double LEAST_SHARE = 0.001;
    private static final double MOST_SHARE = 10;

    static final ValueReader<Double> READER =
        new ValueReader<>(
            "must be a share from 0.1% to 1000%, written like 10%",
            "a share from 0.1% to 1000%",
            Share::of,
            share -> share >= LEAST_SHARE && share <= MOST_SHARE,
            share ->
                BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
                    + "%");

    private static double of(String text) {
      if (!text.endsWith("%")) {
        throw new NumberFormatException(text);
      }
      return new BigDecimal(text.substring(0, text.length() - 1).strip())
          .movePointLeft(2)
          .doubleValue();
    }
  }
}
