package org.boardbench.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {
  @Test
  void eachNameNamesAProtocolAndOthersNone() {
    assertThat(Protocols.names())
        .contains("raw", "stomp", "centrifuge", "phoenix")
        .doesNotHaveDuplicates();
    for (String name : Protocols.names()) {
      assertThat(Protocols.named(name).orElseThrow().name()).isEqualTo(name);
    }
    assertThat(Protocols.named("mqtt")).isEmpty();
  }

  @Test
  void stompAsksForItsSubprotocol() {
    assertThat(handshake("stomp").subprotocol()).hasValue("v12.stomp");
    assertThat(handshake("raw")).isEqualTo(Handshake.PLAIN);
    assertThat(handshake("centrifuge")).isEqualTo(Handshake.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":1,\"b\":2}', SAME_TEXT",
    "'{ \"b\":2, \"a\":1.0 }', SAME_VALUE",
    "'{\"a\":1,\"b\":3}', OTHER",
    "'{\"a\":1', OTHER"
  })
  void aMessageIsWhatWasPublishedWhenItsBodyIs(String body, MessageIntegrity integrity) {
    String published = "{\"a\":1,\"b\":2}";
    String frame = "MESSAGE\nsubscription:board\n\n" + body + "\0";

    assertThat(Protocols.usual().integrity(published, body.getBytes(UTF_8))).isEqualTo(integrity);
    Protocol stomp = Protocols.named("stomp").orElseThrow();
    assertThat(stomp.integrity(published, frame.getBytes(UTF_8))).isEqualTo(integrity);
    assertThat(stomp.integrity(published, body.getBytes(UTF_8))).isEqualTo(MessageIntegrity.OTHER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "centrifuge | {\"push\":{\"channel\":\"board:b3\",\"pub\":{\"data\":BODY}}}",
        "phoenix | [null,null,\"board:b3\",\"message\",BODY]"
      })
  void inAnEnvelopeOfJsonItsPlaceCounts(String protocol, String envelope) {
    String published = "{\"a\":1.50,\"b\":2}";
    Protocol of = Protocols.named(protocol).orElseThrow();

    assertThat(of.integrity(published, envelope.replace("BODY", published).getBytes(UTF_8)))
        .isEqualTo(MessageIntegrity.SAME_TEXT);
    assertThat(
            of.integrity(
                published, envelope.replace("BODY", "{\"b\":2,\"a\":1.5}").getBytes(UTF_8)))
        .isEqualTo(MessageIntegrity.SAME_VALUE);
    assertThat(of.integrity(published, envelope.replace("BODY", "{\"a\":1.5}").getBytes(UTF_8)))
        .isEqualTo(MessageIntegrity.OTHER);
    assertThat(of.integrity(published, envelope.replace("BODY", "{").getBytes(UTF_8)))
        .isEqualTo(MessageIntegrity.OTHER);
    assertThat(of.integrity(published, published.getBytes(UTF_8)))
        .isEqualTo(MessageIntegrity.OTHER);
  }

  @Test
  void phoenixAsksForItsSocketAndTheVersionOfItsSerializer() {
    assertThat(handshake("phoenix").requestTarget("/socket"))
        .isEqualTo("/socket/websocket?vsn=2.0.0");
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
