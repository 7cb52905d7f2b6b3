package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.junit.jupiter.api.Test;

class TypicalSizeTest {
  private static Behaviour of(String kind, MessageClass messageClass, PayloadSizes sizes) {
    return Behaviours.named(kind)
        .orElseThrow()
        .maker()
        .apply(
            BehaviourValues.none()
                .with(BehaviourKey.CLASS, messageClass)
                .with(BehaviourKey.RATE, 2.0)
                .with(BehaviourKey.PAYLOAD, sizes));
  }

  @Test
  void eachClassThatUsersSendHasTheMedianOfItsSizesAndWhatDeflateMakesOfIt() {
    Map<MessageClass, TypicalSize> sizes =
        TypicalSize.of(
            new Scenario(
                List.of(
                    new Scenario.Part(
                        "draw",
                        1,
                        of("poisson", MessageClass.STROKE, new PayloadSizes(1_000, 3_000))),
                    new Scenario.Part(
                        "point", 1, of("steady", MessageClass.CURSOR, PayloadSizes.of(250))))));

    assertThat(sizes).containsOnlyKeys(MessageClass.STROKE, MessageClass.CURSOR);
    assertThat(sizes.get(MessageClass.STROKE).bytes()).isBetween(1_900, 2_100);
    assertThat(sizes.get(MessageClass.CURSOR).bytes()).isEqualTo(250);
    assertThat(sizes.get(MessageClass.STROKE).deflatedBytes())
        .as("points are digits and commas")
        .isBetween(200, 1_000);
    assertThat(sizes.get(MessageClass.CURSOR).deflatedBytes()).isBetween(100, 249);
  }

  @Test
  void itIsTheSameEachTime() {
    Scenario scenario =
        Scenario.of(of("poisson", MessageClass.STROKE, new PayloadSizes(300, 3_000)));

    assertThat(TypicalSize.of(scenario)).isEqualTo(TypicalSize.of(scenario));
  }
}
