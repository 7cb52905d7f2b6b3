package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.boardbench.protocol.FrameKind;
import org.boardbench.reference.ServerFrames;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.protocols.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDeflateTest {
  private static final int HEADER_AND_MASK = 2 + 4;
  private static final int ROUNDS = 20_000;

  private final MessageDeflate deflate = new MessageDeflate();

  private EngineRecorder agreed() throws Exception {
    return new EngineRecorder(listener -> {
      WebSocketImpl engine = InPlaceDraft.engine(listener, new Protocol(""), listener::frame);
      ((InPlaceDraft) engine.getDraft()).inflateBy(deflate);
      return engine;
    });
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** The examples of RFC 7692, 7.2.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one block | c1 07 f248cdc9c90700 | text Hello",
        "in fragments | 41 03 f248cd 80 04 c9c90700 | text Hello",
        "twice, each by itself | c1 07 f248cdc9c90700 c1 07 f248cdc9c90700 | text Hello, text Hello",
        "without compression | c1 0b 000500faff48656c6c6f00 | text Hello",
        "a block that ends the stream | c1 08 f348cdc9c9070000 | text Hello",
        "two blocks | c1 0d f248050000 00ffff cac9c90700 | text Hello",
        "nothing | c1 01 00 | 'text '"
      })
  void theExamplesOfTheStandardAreRead(String what, String hex, String events) throws Exception {
    byte[] stream = bytes(hex);
    String[] expected = ("open, " + events).split(", ", -1);
    for (int cut = 1; cut < stream.length; cut++) {
      EngineRecorder engine = agreed();
      engine.engine.decode(ByteBuffer.wrap(stream, 0, cut).slice());
      engine.engine.decode(ByteBuffer.wrap(stream, cut, stream.length - cut).slice());

      assertThat(engine.events).as("%s, cut at %d", what, cut).containsExactly(expected);
    }
  }

  @Test
  void whatIsNotCompressedIsReadToo() throws Exception {
    EngineRecorder engine = agreed();
    // Binary and compressed; text; text in fragments; compressed text in fragments around a ping.
    byte[] stream =
        bytes(
            "c2 07 f248cdc9c90700 81 01 61 01 01 62 80 01 63"
                + " 41 03 f248cd 89 00 80 04 c9c90700 81 01 64");
    engine.engine.decode(ByteBuffer.wrap(stream));

    assertThat(engine.events)
        .containsExactly(
            "open", "binary 48656c6c6f", "text a", "text bc", "ping 0", "text Hello", "text d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1 01 61 | 1002 | server set a reserved bit that nothing was agreed on (RFC 6455 5.2)",
        "41 03 f248cd c0 04 c9c90700 | 1002 | server called a frame compressed that begins no message (RFC 7692 6.1)",
        "c9 00 | 1002 | server called a frame compressed that begins no message (RFC 7692 6.1)",
        "41 03 f248cd 81 00 | 1002 | server began a message within a fragmented one (RFC 6455 5.4)",
        "c1 05 f200110000 | 1002 | server sent a compressed message that is none: invalid distance too far back (RFC 7692 7.2.2)",
        "c1 02 ffff | 1002 | server sent a compressed message that is none: invalid block type (RFC 7692 7.2.2)",
        "c1 08 000200fdffc32800 | 1007 | server sent a text that is no UTF-8 (RFC 6455 8.1)"
      })
  void aViolationNamesItself(String hex, int code, String words) throws Exception {
    EngineRecorder engine = agreed();
    engine.engine.decode(ByteBuffer.wrap(bytes(hex)));

    assertThat(engine.events).containsExactly("open", "closing " + code + " false");
    assertThat(engine.closeWords).isEqualTo(words);
    assertThat(words).as("room for it in the close frame").hasSizeLessThan(124);
  }

  @Test
  void aFewBytesThatBecomeSeventeenMebibytesAreRefused() throws Exception {
    byte[] zeros = new byte[17 << 20];
    byte[] frame = payload(deflate.frame(FrameKind.BINARY, zeros, 0, zeros.length));
    EngineRecorder engine = agreed();
    engine.engine.decode(ByteBuffer.wrap(ServerFrames.frame(0xc2, frame)));

    assertThat(frame.length).isLessThan(32 * 1024);
    assertThat(engine.events).containsExactly("open", "closing 1009 false");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 300, 65_535, 300_000})
  void whatIsCompressedIsReadBackWhateverItIs(int length) throws Exception {
    byte[] chance = new byte[length];
    new Random(length).nextBytes(chance);
    byte[] same = "stroke ".repeat(length / 7 + 1).getBytes(StandardCharsets.US_ASCII);

    for (byte[] message : new byte[][] {chance, same, chance}) {
      byte[] compressed = payload(deflate.frame(FrameKind.TEXT, message, 0, length));
      int size = deflate.inflate(compressed, 0, compressed.length);

      assertThat(ByteBuffer.wrap(deflate.message(), 0, size))
          .isEqualTo(ByteBuffer.wrap(message, 0, length));
    }
  }

  @Test
  void aCompressedMessageIsOneMaskedFrameWithItsBitSet() {
    byte[] hello = "Hello".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer frame = deflate.frame(FrameKind.TEXT, hello, 0, hello.length);

    assertThat(frame.remaining()).isEqualTo(HEADER_AND_MASK + 7);
    assertThat(frame.get(frame.position())).isEqualTo((byte) 0xc1);
    assertThat(frame.get(frame.position() + 1)).isEqualTo((byte) 0x87);
    assertThat(HexFormat.of().formatHex(payload(frame))).isEqualTo("f248cdc9c90700");
  }

  /** Its payload, unmasked. */
  private static byte[] payload(ByteBuffer frame) {
    int code = frame.get(frame.position() + 1) & 0x7f;
    int header = code == 127 ? 10 : code == 126 ? 4 : 2;
    byte[] bytes = new byte[frame.remaining()];
    frame.duplicate().get(bytes);
    byte[] payload = new byte[bytes.length - header - 4];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) (bytes[header + 4 + i] ^ bytes[header + i % 4]);
    }
    return payload;
  }

  @Tag("optimized")
  @Test
  void aMessageCostsNoMemory() throws Exception {
    byte[] message = "stroke ".repeat(40).getBytes(StandardCharsets.US_ASCII);
    byte[] compressed = payload(deflate.frame(FrameKind.TEXT, message, 0, message.length));
    allocated(message, compressed);

    assertThat(allocated(message, compressed)).isLessThan(ROUNDS);
  }

  private long allocated(byte[] message, byte[] compressed) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      deflate.frame(FrameKind.TEXT, message, 0, message.length);
      deflate.inflate(compressed, 0, compressed.length);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
