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
    assertThat(handshake("stomp").subprotocol()).hasValue("v12.stomp");
    assertThat(handshake("raw")).isEqualTo(Handshake.PLAIN);
  }

  @Test
  void eachServerHasAProtocolOfItsOwn() {
    assertThat(Protocols.usual()).isNotSameAs(Protocols.usual());
    assertThat(Protocols.usual().name()).isEqualTo(Protocols.USUAL);
  }

  private static Handshake handshake(String name) {
    return Protocols.named(name).orElseThrow().handshake();
  }
}
