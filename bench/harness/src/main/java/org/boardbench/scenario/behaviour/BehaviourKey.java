package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.Optional;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/**
 * One of the values that a behaviour is made of.
 *
 * @param name in plans
 * @param type says how it is written, and what its bounds are where it has none of its own
 * @param fallback what holds where a plan does not say; empty: a plan must, unless its workload has
 *     the value
 * @param bounds of its own
 */
public record BehaviourKey<T>(
    String name, Class<T> type, Optional<T> fallback, Optional<KeyBounds<T>> bounds) {
  /** Messages a second; else the workload's. */
  public static final BehaviourKey<Double> RATE =
      new BehaviourKey<>("rate", Double.class, Optional.empty());

  /** Sizes; else the workload's. */
  public static final BehaviourKey<PayloadSizes> PAYLOAD =
      new BehaviourKey<>("payload", PayloadSizes.class, Optional.empty());

  public static final BehaviourKey<MessageClass> CLASS =
      new BehaviourKey<>("class", MessageClass.class, Optional.of(MessageClass.STROKE));

  /** A key with the bounds of its type. */
  public BehaviourKey(String name, Class<T> type, Optional<T> fallback) {
    this(name, type, fallback, Optional.empty());
  }

  static BehaviourKey<Duration> duration(String name, Duration fallback) {
    return new BehaviourKey<>(name, Duration.class, Optional.of(fallback));
  }

  /** In milliseconds. */
  static BehaviourKey<Duration> durationMs(String name, long fallback, long least, long most) {
    return new BehaviourKey<>(
        name,
        Duration.class,
        Optional.of(Duration.ofMillis(fallback)),
        Optional.of(new KeyBounds<>(Duration.ofMillis(least), Duration.ofMillis(most))));
  }

  static BehaviourKey<Double> number(String name, double fallback, double least, double most) {
    return new BehaviourKey<>(
        name, Double.class, Optional.of(fallback), Optional.of(new KeyBounds<>(least, most)));
  }

  static BehaviourKey<Integer> wholeNumber(String name, int fallback, int least, int most) {
    return new BehaviourKey<>(
        name, Integer.class, Optional.of(fallback), Optional.of(new KeyBounds<>(least, most)));
  }
}
