package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.micro.payload.Stroke;
import org.boardbench.micro.payload.StrokeMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every codec of JSON, as the wire contract has it. */
class JsonCodecTest {
  private static final String JSON =
      """
      {"type":"stroke","boardId":"b3","userId":"u17","stamp":"17.29.h2.1.2",\
      "points":[[100,101],[-102,0]],"color":"#1f77b4","width":3,"pad":"xxx"}\
      """;

  static Stream<String> names() {
    return Codecs.jsonNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theTextIsThatOfTheSweep(String name) throws Exception {
    for (int payloadBytes : List.of(300, 2048, 16384)) {
      StrokeMessage message = StrokeMessage.ofSize(payloadBytes);

      assertThat(written(Codecs.json(name), message.stroke())).isEqualTo(message.text());
      assertThat(writtenBytes(Codecs.json(name), message.stroke())).isEqualTo(message.bytes());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFieldSurvivesUtf8(String name) throws Exception {
    for (Stroke stroke : Strokes.keepable().toList()) {
      assertThat(Strokes.byteRoundTrip(Codecs.json(name), stroke)).isEqualTo(stroke);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theEncodedSizeIsThatOfUtf8(String name) {
    assertThat(Codecs.json(name).bytes("ä漢\ud83d\ude00")).isEqualTo(2 + 3 + 4);
  }

  @ParameterizedTest
  @MethodSource("names")
  void orderSpacesEscapesAndUnknownFieldsMeanNothing(String name) throws Exception {
    String json =
        """
         { "pad":"xxx", "extra" : { "a": [1, {"b": null}], "c": -1.5e3, "d": true, "e": "}\\"" },
          "width" : 3,\t"points": [ [ 100 , 101 ], [-102,0] ] ,
          "stamp":"17.29.h2.1.2","userId":"u\\u00317","boardId":"\\u00623",
          "color":"#1f77b4" , "type":"\\u0073troke", "more" : [] }
        """;
    JsonCodec<?> codec = Codecs.json(name);

    assertThat(Strokes.read(codec, json)).isEqualTo(Strokes.plain());
    assertThat(Strokes.read(codec, utf8(json))).isEqualTo(Strokes.plain());
    assertThat(codec.readBoardId(json)).isEqualTo("b3");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aBoardWithinAnUnknownFieldIsNotTheBoard(String name) throws Exception {
    String json = JSON.replace("{\"type\"", "{\"extra\":{\"boardId\":\"b4\"},\"type\"");

    assertThat(Codecs.json(name).readBoardId(json)).isEqualTo("b3");
  }

  @ParameterizedTest
  @MethodSource("names")
  void jsonThatIsCutAnywhereIsRefused(String name) {
    JsonCodec<?> codec = Codecs.json(name);

    for (int length = 0; length < JSON.length(); length++) {
      String cut = JSON.substring(0, length);
      assertThatThrownBy(() -> codec.read(cut)).as(cut).isNotNull();
      assertThatThrownBy(() -> codec.read(utf8(cut))).as(cut).isNotNull();
      assertThatThrownBy(() -> codec.readBoardId(cut)).as(cut).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsNoObjectIsRefused(String name) {
    JsonCodec<?> codec = Codecs.json(name);

    for (String json : List.of("null", "12", "\"b3\"", "[" + JSON + "]", " ")) {
      assertThatThrownBy(() -> codec.read(json)).as(json).isNotNull();
      assertThatThrownBy(() -> codec.read(utf8(json))).as(json).isNotNull();
      assertThatThrownBy(() -> codec.readBoardId(json)).as(json).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aBoardThatIsMissingOrNoStringIsRefused(String name) {
    JsonCodec<?> codec = Codecs.json(name);

    for (String board : List.of("3", "1.5", "null", "true", "{}", "[\"b3\"]")) {
      String json = JSON.replace("\"b3\"", board);
      assertThatThrownBy(() -> codec.readBoardId(json)).as(json).isNotNull();
    }
    String without = JSON.replace("\"boardId\":\"b3\",", "");
    assertThatThrownBy(() -> codec.readBoardId(without)).as(without).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCodecThatRefusedAMessageReadsTheNext(String name) throws Exception {
    JsonCodec<?> codec = Codecs.json(name);

    assertThatThrownBy(() -> codec.read(JSON.substring(0, 90))).isNotNull();

    assertThat(Strokes.read(codec, JSON)).isEqualTo(Strokes.plain());
  }

  private static <T> String written(JsonCodec<T> codec, Stroke stroke) throws IOException {
    return codec.write(codec.model(stroke));
  }

  private static <T> byte[] writtenBytes(JsonCodec<T> codec, Stroke stroke) throws IOException {
    return codec.writeBytes(codec.model(stroke));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
