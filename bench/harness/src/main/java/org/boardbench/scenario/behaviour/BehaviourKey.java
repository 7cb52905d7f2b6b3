package org.boardbench.scenario.behaviour;

import java.time.Duration;
import java.util.Optional;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/**
 * One of the values that a behaviour is made of.
 *
 * @param name in plans
 * @param type says how it is written and what its bounds are
 * @param fallback what holds where a plan does not say; empty: a plan must, unless its workload has
 *     the value
 */
public record BehaviourKey<T>(String name, Class<T> type, Optional<T> fallback) {
  /** Messages a second; else the workload's. */
  public static final BehaviourKey<Double> RATE =
      new BehaviourKey<>("rate", Double.class, Optional.empty());

  /** Sizes; else the workload's. */
  public static final BehaviourKey<PayloadSizes> PAYLOAD =
      new BehaviourKey<>("payload", PayloadSizes.class, Optional.empty());

  public static final BehaviourKey<MessageClass> CLASS =
      new BehaviourKey<>("class", MessageClass.class, Optional.of(MessageClass.STROKE));

  static BehaviourKey<Duration> duration(String name, Duration fallback) {
    return new BehaviourKey<>(name, Duration.class, Optional.of(fallback));
  }
}
