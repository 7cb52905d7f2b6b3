package org.boardbench.scenario.behaviour;

import java.util.List;
import java.util.Set;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;

/** A behaviour whose messages are all of one class. */
interface OneClassBehaviour extends Behaviour {
  /** Makes a behaviour of which no more is said than this. */
  @FunctionalInterface
  interface Maker {
    Behaviour of(MessageClass messageClass, double rate, PayloadSizes sizes);
  }

  /** A kind of which class, rate and sizes are said, and nothing else. */
  static BehaviourKind kind(String name, Maker maker) {
    return new BehaviourKind(
        name,
        List.of(BehaviourKey.CLASS, BehaviourKey.RATE, BehaviourKey.PAYLOAD),
        values ->
            maker.of(
                values.of(BehaviourKey.CLASS),
                values.of(BehaviourKey.RATE),
                values.of(BehaviourKey.PAYLOAD)));
  }

  MessageClass messageClass();

  /** The rate that was asked for. */
  double rate();

  @Override
  default Set<MessageClass> classes() {
    return Set.of(messageClass());
  }

  @Override
  default BehaviourValues values() {
    return BehaviourValues.none()
        .with(BehaviourKey.CLASS, messageClass())
        .with(BehaviourKey.RATE, rate())
        .with(BehaviourKey.PAYLOAD, sizes());
  }
}
