package org.boardbench.micro.fanout.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFrameTest {
  @ParameterizedTest
  @CsvSource({
    "0, 8100",
    "125, 817d",
    "126, 817e007e",
    "300, 817e012c",
    "65535, 817effff",
    "65536, 817f0000000000010000"
  })
  void theHeaderIsAsShortAsTheLengthAllows(int length, String header) {
    byte[] payload = new byte[length];
    Arrays.fill(payload, (byte) 'x');

    ByteBuffer frame = ServerFrame.of(payload);

    byte[] start = new byte[header.length() / 2];
    frame.get(start);
    assertThat(HexFormat.of().formatHex(start)).isEqualTo(header);
    assertThat(frame).isEqualTo(ByteBuffer.wrap(payload));
    assertThat(frame.isDirect()).isTrue();
  }
}
