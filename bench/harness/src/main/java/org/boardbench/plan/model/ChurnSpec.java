package org.boardbench.plan.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;

/**
 * Users of a stage who come and go on purpose, from the start of its hold to its end: each stays,
 * leaves with a clean close, is out, and joins again.
 *
 * @param stay how long in the mean, from the end of the first attempt to join
 * @param away how long it is out in the mean
 * @param distribution of both times
 */
public record ChurnSpec(Duration stay, Duration away, Distribution distribution) {
  /** How the times of users differ. */
  public enum Distribution {
    /** As of people who leave at any moment with the same chance, however long they were there. */
    EXPONENTIAL,
    /**
     * Many short times and few long ones: sigma is 1, so the median is 61 % of the mean. Both the
     * shape and its sigma are a choice, no measurement of a board is behind them.
     */
    LOGNORMAL;

    /** As plans write it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Section<ChurnSpec> KEYS = new Section<>();

  /** As a plan says that nobody leaves. */
  public static final String NONE = "none";

  private static final Duration LONGEST = Duration.ofHours(24);

  public static final PlanKey<Duration> STAY =
      KEYS.add(
          ChurnSpec::stay,
          PlanKey.of(
              "stages[].churn.stay",
              ValueReader.duration(Duration.ofMillis(1), LONGEST),
              "Mean time that a user stays, from the end of its first attempt to join; at least"
                  + " deadlines.join."));

  public static final PlanKey<Duration> AWAY =
      KEYS.add(
          ChurnSpec::away,
          PlanKey.of(
                  "stages[].churn.away",
                  ValueReader.duration(Duration.ZERO, LONGEST),
                  "Mean time until it comes again; stay / (stay + away) of the users are there.")
              .usually(Duration.ofSeconds(5)));

  public static final PlanKey<Distribution> DISTRIBUTION =
      KEYS.add(
          ChurnSpec::distribution,
          PlanKey.of(
                  "stages[].churn.distribution",
                  ValueReader.oneOf(Distribution.class, Distribution::key),
                  "How both times differ from user to user: lognormal has many short and few long"
                      + " ones (sigma 1).")
              .usually(Distribution.EXPONENTIAL));

  /** As {@code run.json} has it. */
  public Map<String, Object> tree() {
    return new LinkedHashMap<>(KEYS.tree(this));
  }
}
