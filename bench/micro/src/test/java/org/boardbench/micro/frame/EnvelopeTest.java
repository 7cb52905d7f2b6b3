package org.boardbench.micro.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  @ParameterizedTest
  @ValueSource(strings = {"plain", "spring-stomp"})
  void aPublishedMessageComesOutAsItWentIn(String name) {
    Envelope envelope = Envelope.named(name);
    byte[] stroke = StrokeMessage.ofSize(2048).bytes();
    byte[] unicode = "{\"pad\":\"ä🖊\\n\"}".getBytes(StandardCharsets.UTF_8);
    for (byte[] message : new byte[][] {stroke, unicode}) {
      assertThat(envelope.unwrap(envelope.published(message))).isEqualTo(message);
      assertThat(envelope.unwrap(envelope.wrap(message))).isEqualTo(message);
    }
  }

  @Test
  void aMemberGetsTheHeadersOfSpringsBroker() {
    Envelope stomp = Envelope.named("spring-stomp");
    byte[] message = "{}".getBytes(StandardCharsets.UTF_8);
    String frame = new String(stomp.wrap(message), StandardCharsets.UTF_8);
    assertThat(frame)
        .startsWith("MESSAGE\n")
        .contains("\ndestination:/topic/board.b3\n")
        .contains("\ncontent-type:application/json\n")
        .contains("\nsubscription:board\n")
        .contains("\ncontent-length:2\n")
        .containsPattern("\nmessage-id:[-0-9a-f]+-0\n")
        .endsWith("\n\n{}\0");
  }

  @Test
  void noTwoMessagesHaveOneId() {
    Envelope stomp = Envelope.named("spring-stomp");
    assertThat(stomp.wrap(new byte[] {'1'})).isNotEqualTo(stomp.wrap(new byte[] {'1'}));
  }
}
