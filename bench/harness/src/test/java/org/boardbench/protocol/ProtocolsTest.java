package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolsTest {
  @Test
  void eachNameNamesAProtocolAndOthersNone() {
    assertThat(Protocols.names()).containsExactly("raw", "stomp");
    for (String name : Protocols.names()) {
      assertThat(Protocols.named(name).orElseThrow().name()).isEqualTo(name);
    }
    assertThat(Protocols.named("mqtt")).isEmpty();
  }

  @Test
  void stompAsksForItsSubprotocol() {
    assertThat(Protocols.named("stomp").orElseThrow().subprotocol()).hasValue("v12.stomp");
    assertThat(Protocols.named("raw").orElseThrow().subprotocol()).isEmpty();
  }
}
