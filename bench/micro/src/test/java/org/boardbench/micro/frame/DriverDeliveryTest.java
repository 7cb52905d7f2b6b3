package org.boardbench.micro.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverDeliveryTest {
  private static final int MESSAGES = 250;

  @ParameterizedTest
  @ValueSource(
      strings = {"raw", "stomp", "socketio", "nest-ws", "centrifuge", "phoenix", "template"})
  void eachMemberIsAccountedEachMessageAndNothingElse(String protocol) {
    DriverDelivery delivery = DriverDelivery.of(protocol, 300);
    long others = 0;
    for (int n = 0; n < MESSAGES; n++) {
      others += delivery.deliver();
    }

    assertThat(delivery.received()).isEqualTo((long) MESSAGES * DriverDelivery.MEMBERS);
    assertThat(delivery.outstanding()).isZero();
    assertThat(others).isZero();
  }
}
