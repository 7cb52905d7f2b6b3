package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.micro.payload.Stroke;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A lone surrogate is a character to Java and to JSON's escapes, but not to UTF-8: the one value
 * that codecs treat differently. A codec that does not keep it says so.
 */
class LoneSurrogateTest {
  private static final String KEPT = "kept";
  private static final String REFUSED = "refused";

  /** Silently, which is worst. */
  private static final String REPLACED = "replaced by ?";

  private static final Map<String, String> FATES =
      Map.of(
          "jackson-databind", KEPT,
          "jackson-tree", KEPT,
          "jackson-streaming", KEPT,
          "fastjson2", KEPT,
          "dsl-json", REFUSED,
          "gson", REFUSED,
          "smile", REFUSED,
          "cbor", REFUSED,
          "msgpack", REPLACED,
          "protobuf", REPLACED);

  private static final Map<String, String> FATES_IN_UTF_8 =
      Map.of(
          "jackson-databind", KEPT,
          "jackson-tree", KEPT,
          "jackson-streaming", KEPT,
          "fastjson2", REPLACED,
          "dsl-json", REFUSED,
          "gson", REPLACED);

  /** A round trip that may fail. */
  private interface RoundTrip {
    Stroke of(Stroke stroke) throws IOException;
  }

  static Stream<String> names() {
    return CodecTest.names();
  }

  static Stream<String> jsonNames() {
    return Codecs.jsonNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aLoneSurrogateMeetsTheFateThatIsKnown(String name) {
    Codec<?, ?> codec = Codecs.named(name);

    assertThat(fate(stroke -> Strokes.roundTrip(codec, stroke))).isEqualTo(FATES.get(name));
  }

  @ParameterizedTest
  @MethodSource("jsonNames")
  void inUtf8Too(String name) {
    JsonCodec<?> codec = Codecs.json(name);

    assertThat(fate(stroke -> Strokes.byteRoundTrip(codec, stroke)))
        .isEqualTo(FATES_IN_UTF_8.get(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCodecThatDoesNotKeepItSaysSo(String name) {
    boolean keeps =
        FATES.get(name).equals(KEPT) && FATES_IN_UTF_8.getOrDefault(name, KEPT).equals(KEPT);

    if (keeps) {
      assertThat(Codecs.named(name).limits()).isEmpty();
    } else {
      assertThat(Codecs.named(name).limits()).contains("lone surrogate");
    }
  }

  private static String fate(RoundTrip roundTrip) {
    String first = fate(roundTrip, "\ud800");
    assertThat(fate(roundTrip, "\udc00")).isEqualTo(first);
    // A long text takes other paths through some libraries.
    assertThat(fate(roundTrip, "x".repeat(1000) + "\ud83d" + "x".repeat(1000))).isEqualTo(first);
    return first;
  }

  private static String fate(RoundTrip roundTrip, String text) {
    Stroke stroke = Strokes.withText(text);
    try {
      Stroke kept = roundTrip.of(stroke);
      if (kept.equals(stroke)) {
        return KEPT;
      }
      assertThat(kept).isEqualTo(Strokes.withText(text.replaceAll("[\ud800-\udfff]", "?")));
      return REPLACED;
    } catch (IOException | RuntimeException e) {
      return REFUSED;
    }
  }
}
