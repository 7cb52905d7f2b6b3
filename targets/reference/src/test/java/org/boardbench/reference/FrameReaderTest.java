package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
  private static final int TEXT = ServerFrames.FINAL | ServerFrames.TEXT;

  private final FrameReader reader = new FrameReader();
  private final Random random = new Random(42);

  private byte[] payload(int length) {
    byte[] payload = new byte[length];
    random.nextBytes(payload);
    return payload;
  }

  @Test
  void everyLengthIsUnmaskedWhereverItBegins() throws Exception {
    for (int length = 0; length < 300; length++) {
      byte[] payload = payload(length);
      byte[] frame = TestClient.frame(TEXT, payload);
      byte[] bytes = new byte[length % 9 + frame.length + 20];
      System.arraycopy(frame, 0, bytes, length % 9, frame.length);

      assertThat(reader.next(bytes, length % 9, length % 9 + frame.length)).isEqualTo(frame.length);

      assertThat(Arrays.copyOfRange(bytes, reader.start(), reader.start() + reader.length()))
          .isEqualTo(payload);
      assertThat(Arrays.copyOfRange(bytes, length % 9 + frame.length, bytes.length))
          .containsOnly(0);
      assertThat(reader.opcode()).isEqualTo(ServerFrames.TEXT);
      assertThat(reader.isFinal()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "125", "126", "65535", "65536"})
  void aFrameIsTakenOnceItIsCompleteAndLeftAloneBefore(int length) throws Exception {
    byte[] frame = TestClient.frame(TEXT, payload(length));
    byte[] before = frame.clone();

    for (int to = 0; to < frame.length; to += to < 20 ? 1 : 997) {
      assertThat(reader.next(frame, 0, to)).isZero();
    }
    assertThat(reader.next(frame, 0, frame.length - 1)).isZero();
    assertThat(frame).isEqualTo(before);
    assertThat(reader.next(frame, 0, frame.length)).isEqualTo(frame.length);
  }

  @Test
  void aMessageOver64KiBIsRefusedByItsHeader() {
    byte[] header = ServerFrames.header(TEXT, 64 * 1024 + 1);
    header[1] |= (byte) 0x80;

    assertThatThrownBy(() -> reader.next(header, 0, header.length))
        .hasMessage("a message over 64 KiB");
    header[2] = (byte) 0x80; // a negative length
    assertThatThrownBy(() -> reader.next(header, 0, header.length))
        .hasMessage("a message over 64 KiB");
  }
}
