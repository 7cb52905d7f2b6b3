package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {
  private static final Handshake SOCKET =
      new Handshake("/websocket", Map.of("vsn", "2.0.0", "EIO", "4"), Optional.empty(), Map.of());

  @ParameterizedTest
  @CsvSource({
    "/socket, /socket/websocket?EIO=4&vsn=2.0.0",
    "/socket/, /socket/websocket?EIO=4&vsn=2.0.0",
    "/, /websocket?EIO=4&vsn=2.0.0",
    "/socket?token=a%20b, /socket/websocket?token=a%20b&EIO=4&vsn=2.0.0",
    "/socket/websocket?vsn=1.0.0, /socket/websocket?vsn=1.0.0&EIO=4",
    "/socket?xvsn=1, /socket/websocket?xvsn=1&EIO=4&vsn=2.0.0"
  })
  void whatTheAddressHasAlreadyIsNotAddedAgain(String address, String target) {
    assertThat(SOCKET.requestTarget(address)).isEqualTo(target);
  }

  @Test
  void aPlainOneLeavesTheAddressAsItIs() {
    assertThat(Handshake.PLAIN.requestTarget("/room%201/?token=x")).isEqualTo("/room%201/?token=x");
    assertThat(Handshake.of("v12.stomp").requestTarget("/")).isEqualTo("/");
  }
}
