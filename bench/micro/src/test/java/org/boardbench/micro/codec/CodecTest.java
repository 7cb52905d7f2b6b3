package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.micro.payload.Stroke;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;

/** What holds for every codec. */
class CodecTest {
  static Stream<String> names() {
    return Stream.concat(Codecs.jsonNames().stream(), Codecs.binaryNames().stream());
  }

  static Stream<String> binaryNames() {
    return Codecs.binaryNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFieldSurvivesWritingAndReading(String name) throws Exception {
    Codec<?, ?> codec = Codecs.named(name);

    for (Stroke stroke : Strokes.keepable().toList()) {
      assertThat(Strokes.roundTrip(codec, stroke)).isEqualTo(stroke);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theModelHasEveryField(String name) {
    for (Stroke stroke : Strokes.keepable().toList()) {
      assertThat(modelled(Codecs.named(name), stroke)).isEqualTo(stroke);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theBoardAloneIsTheSameBoard(String name) throws Exception {
    Codec<?, ?> codec = Codecs.named(name);

    for (Stroke stroke : Strokes.keepable().toList()) {
      assertThat(Strokes.boardIdOf(codec, stroke)).isEqualTo(stroke.boardId());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void messagesOfTheSweepSurvive(String name) throws Exception {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      Stroke stroke = StrokeMessage.ofSize(payloadBytes).stroke();

      assertThat(Strokes.roundTrip(Codecs.named(name), stroke)).isEqualTo(stroke);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMessageReadLaterDoesNotChangeAnEarlierOne(String name) throws Exception {
    earlierStays(Codecs.named(name));
  }

  @ParameterizedTest
  @MethodSource("binaryNames")
  void binaryFormatsRefuseWhatIsCutOrFollowed(String name) throws Exception {
    BinaryCodec<?> codec = Codecs.binary(name);
    byte[] whole = written(codec, Strokes.plain());

    if (!codec.leniency().contains("cut")) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> codec.read(cut)).as("%s bytes", length).isNotNull();
        assertThatThrownBy(() -> codec.readBoardId(cut)).as("%s bytes", length).isNotNull();
      }
    }
    byte[] followed = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> codec.read(followed)).isNotNull();
    assertThatThrownBy(() -> codec.readBoardId(followed)).isNotNull();

    assertThat(Strokes.roundTrip(codec, Strokes.plain()))
        .as("afterwards")
        .isEqualTo(Strokes.plain());
    assertThat(codec.readBoardId(whole)).isEqualTo("b3");
  }

  @Test
  void protocolBuffersTakeAMessageThatIsCutBetweenFields() throws Exception {
    Protobuf codec = new Protobuf();
    byte[] whole = codec.write(codec.model(Strokes.plain()));
    int padBytes = 2 + Strokes.plain().pad().length();

    Stroke cut = codec.stroke(codec.read(Arrays.copyOf(whole, whole.length - padBytes)));

    assertThat(cut.pad()).isEmpty();
    assertThat(cut.boardId()).isEqualTo("b3");
    assertThat(codec.leniency()).contains("cut between two fields");
  }

  /** Other modules of the build have other versions of it. */
  @Test
  void jacksonIsTheSameInAllFormats() {
    assertThat(JsonMapper.shared().version().toString())
        .isEqualTo(SmileMapper.shared().version().toString())
        .isEqualTo(CBORMapper.shared().version().toString());
    assertThat(JsonFactory.builder().build().version().toString())
        .isEqualTo(CBORMapper.shared().version().toString());
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Codecs.json("smile"))
        .hasMessage(
            "no codec smile, only [jackson-databind, jackson-tree, jackson-streaming, fastjson2,"
                + " dsl-json, gson]");
    assertThatThrownBy(() -> Codecs.named("xml")).hasMessageStartingWith("no codec xml, only ");
  }

  private static <T, E> Stroke modelled(Codec<T, E> codec, Stroke stroke) {
    return codec.stroke(codec.model(stroke));
  }

  private static <T> byte[] written(BinaryCodec<T> codec, Stroke stroke) throws IOException {
    return codec.write(codec.model(stroke));
  }

  /** Codecs reuse buffers: neither what is read nor what is written may lie in one. */
  private static <T, E> void earlierStays(Codec<T, E> codec) throws IOException {
    Stroke other = Strokes.withText("zzz");
    E first = codec.write(codec.model(Strokes.plain()));
    E second = codec.write(codec.model(other));

    T firstRead = codec.read(first);
    T secondRead = codec.read(second);

    assertThat(codec.stroke(firstRead)).isEqualTo(Strokes.plain());
    assertThat(codec.stroke(secondRead)).isEqualTo(other);
  }
}
