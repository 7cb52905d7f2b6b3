package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.boardbench.protocol.FrameKind;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingFrameTest {
  private final OutgoingFrame outgoing = new OutgoingFrame();

  private ByteBuffer frame(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] room = outgoing.room(bytes.length);
    System.arraycopy(bytes, 0, room, OutgoingFrame.PAYLOAD_AT, bytes.length);
    return outgoing.frame(FrameKind.TEXT, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 125, 126, 300, 65_535, 65_536, 100_000})
  void theLibraryReadsTheTextBack(int length) throws Exception {
    String text = "añ€😀b".repeat(length / 5 + 1).substring(0, length);

    List<Framedata> frames = new Draft_6455().translateFrame(frame(text));

    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst().getOpcode()).isEqualTo(Opcode.TEXT);
    assertThat(frames.getFirst().isFin()).isTrue();
    String back = StandardCharsets.UTF_8.decode(frames.getFirst().getPayloadData()).toString();
    assertThat(back.getBytes(StandardCharsets.UTF_8))
        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyFrameIsMaskedAnew() {
    byte[] first = bytes(frame("the same text"));
    byte[] second = bytes(frame("the same text"));

    assertThat(first[1]).isNegative();
    assertThat(first).isNotEqualTo(second);
  }

  private static byte[] bytes(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
