package org.boardbench.micro.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.reference.ServerFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class FramesTest {
  /** Every form of a frame's length, and a text that is no ASCII. */
  private static final List<String> TEXTS =
      List.of("a", "x".repeat(125), "y".repeat(126), "ä🖊".repeat(400), "z".repeat(70_000));

  static Stream<String> encoders() {
    return FrameEncoder.ALL.keySet().stream();
  }

  static Stream<String> decoders() {
    return FrameDecoder.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void aFrameCarriesItsWholeTextAndLeavesTheOriginalAsItWas(String name) {
    FrameEncoder encoder = FrameEncoder.named(name);
    for (String text : TEXTS) {
      byte[] original = text.getBytes(StandardCharsets.UTF_8);
      byte[] before = original.clone();
      assertThat(unmasked(bytes(encoder.encode(original)))).isEqualTo(ServerFrames.text(text));
      assertThat(original).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void clientsMaskAndServersDoNot(String name) {
    byte[] frame = bytes(FrameEncoder.named(name).encode(new byte[300]));
    assertThat(frame[1] < 0).isEqualTo(!name.endsWith("-server"));
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void everyTextOfAReadIsHandedOnOnceAndInOrder(String name) {
    List<String> texts = new ArrayList<>();
    FrameDecoder decoder =
        FrameDecoder.named(
            name,
            (bytes, offset, length) ->
                texts.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));
    FrameEncoder sender =
        FrameEncoder.named(FrameDecoder.isMasked(name) ? "draft-6455-client" : "draft-6455-server");
    ByteBuffer read = ByteBuffer.allocate(200_000);
    TEXTS.forEach(text -> read.put(sender.encode(text.getBytes(StandardCharsets.UTF_8))));
    read.flip();
    for (int i = 0; i < 2; i++) {
      decoder.decode(read.rewind());
    }
    assertThat(texts).isEqualTo(Stream.of(TEXTS, TEXTS).flatMap(List::stream).toList());
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void aTextThatIsNoUtf8IsRefused(String name) {
    FrameDecoder decoder = FrameDecoder.named(name, (bytes, offset, length) -> {});
    byte[] wrong = {(byte) 0xc0, (byte) 0xaf};
    byte[] frame =
        FrameDecoder.isMasked(name)
            ? new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, wrong[0], wrong[1]}
            : ServerFrames.frame(0x81, wrong);
    assertThatThrownBy(() -> decoder.decode(ByteBuffer.wrap(frame)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void masksAreTheSpecificationsAndTheirOwnInverse() {
    byte[] text = "Hello, whiteboard".getBytes(StandardCharsets.US_ASCII);
    byte[] expected = text.clone();
    byte[] key = {0x37, (byte) 0xfa, 0x21, 0x3d};
    for (int i = 0; i < expected.length; i++) {
      expected[i] ^= key[i % 4];
    }
    MaskLoop.ALL.forEach((name, loop) -> {
      byte[] masked = new byte[text.length];
      loop.apply(0x37fa213d, text, masked);
      assertThat(masked).as(name).isEqualTo(expected);
      loop.apply(0x37fa213d, masked, masked);
      assertThat(masked).as(name).isEqualTo(text);
    });
  }

  @Test
  void benchmarksCompareAllThereIs() throws Exception {
    assertThat(values(FrameEncodeBenchmark.class, "encoder")).isEqualTo(sorted(encoders()));
    assertThat(values(FrameDecodeBenchmark.class, "decoder")).isEqualTo(sorted(decoders()));
    assertThat(values(MaskBenchmark.class, "loop"))
        .isEqualTo(sorted(MaskLoop.ALL.keySet().stream()));
    assertThat(values(StompBenchmark.class, "envelope"))
        .isEqualTo(sorted(Envelope.ALL.keySet().stream()));
  }

  @Test
  void aDecodedFrameCountsInTheBenchmarkOncePerCall() {
    for (String name : decoders().toList()) {
      FrameDecodeBenchmark benchmark = new FrameDecodeBenchmark();
      benchmark.decoder = name;
      benchmark.payloadBytes = 300;
      benchmark.setUp();
      assertThat(List.of(benchmark.decode(), benchmark.decode()))
          .as(name)
          .containsExactly(300L + '{', 2 * (300L + '{'));
    }
  }

  private static List<String> values(Class<?> benchmark, String field) throws Exception {
    return sorted(Arrays.stream(benchmark.getField(field).getAnnotation(Param.class).value()));
  }

  private static List<String> sorted(Stream<String> names) {
    return names.sorted().toList();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** The frame as a server would have sent it. */
  private static byte[] unmasked(byte[] frame) {
    if (frame[1] >= 0) {
      return frame;
    }
    int header = (frame[1] & 0x7f) == 127 ? 10 : (frame[1] & 0x7f) == 126 ? 4 : 2;
    byte[] plain = new byte[frame.length - 4];
    System.arraycopy(frame, 0, plain, 0, header);
    plain[1] &= 0x7f;
    for (int i = header; i < plain.length; i++) {
      plain[i] = (byte) (frame[i + 4] ^ frame[header + (i - header) % 4]);
    }
    return plain;
  }
}
