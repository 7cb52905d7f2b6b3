package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.micro.payload.Stroke;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the binary formats make of strings that are no UTF-8. Nobody checks it before them, as a
 * WebSocket library does with text frames, so those that take it say so.
 */
class MalformedUtf8Test {
  /** Three bytes each, in place of the text "xxx". */
  private static final List<String> MALFORMED = List.of("ff7878", "c08078", "eda080", "7878c3");

  private static final Map<String, List<String>> READ =
      Map.of(
          "smile",
          MALFORMED,
          "cbor",
          List.of("c08078", "eda080"),
          "msgpack",
          MALFORMED,
          "protobuf",
          List.of());

  /** Something that refuses by an exception. */
  private interface Reading {
    Object of(byte[] encoded) throws IOException;
  }

  static Stream<String> names() {
    return Codecs.binaryNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void malformedUtf8IsTakenByThoseAloneThatSaySo(String name) throws Exception {
    BinaryCodec<?> codec = Codecs.binary(name);
    byte[] encoded = written(codec, Strokes.plain());

    assertThat(taken(codec::read, encoded)).isEqualTo(READ.get(name));
    assertThat(taken(codec::readBoardId, encoded))
        .as("what is skipped is not decoded")
        .isEqualTo(MALFORMED);
    assertThat(codec.leniency()).contains("UTF-8");
  }

  private static List<String> taken(Reading reading, byte[] encoded) {
    List<String> taken = new ArrayList<>();
    for (String hex : MALFORMED) {
      if (!isRefused(reading, withLastXs(encoded, HexFormat.of().parseHex(hex)))) {
        taken.add(hex);
      }
    }
    return taken;
  }

  private static boolean isRefused(Reading reading, byte[] encoded) {
    try {
      reading.of(encoded);
      return false;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  /** The pad is the last field, and in the plain stroke the only one with that text. */
  private static byte[] withLastXs(byte[] encoded, byte[] malformed) {
    byte[] changed = encoded.clone();
    int at = changed.length - malformed.length;
    while (changed[at] != 'x' || changed[at + 1] != 'x' || changed[at + 2] != 'x') {
      at--;
    }
    System.arraycopy(malformed, 0, changed, at, malformed.length);
    return changed;
  }

  private static <T> byte[] written(BinaryCodec<T> codec, Stroke stroke) throws IOException {
    return codec.write(codec.model(stroke));
  }
}
