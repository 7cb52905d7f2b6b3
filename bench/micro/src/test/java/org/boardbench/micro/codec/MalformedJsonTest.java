package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which codecs take JSON that RFC 8259 does not allow. Those that say nothing of it take none;
 * those that do are pinned, so that a library that mends its ways is noticed.
 */
class MalformedJsonTest {
  private static final String JSON =
      """
      {"type":"stroke","boardId":"b3","userId":"u17","stamp":"17.29.h2.1.2",\
      "points":[[100,101],[-102,0]],"color":"#1f77b4","width":3,"pad":"xxx"}\
      """;

  private static final Map<String, String> MALFORMED = new LinkedHashMap<>();

  static {
    MALFORMED.put("word after the message", JSON + "x");
    MALFORMED.put("message after the message", JSON + JSON);
    MALFORMED.put("comma after the message", JSON + ",");
    MALFORMED.put("comma after the last field", JSON.replace("\"xxx\"}", "\"xxx\",}"));
    MALFORMED.put("comma after the last point", JSON.replace("]],", "],],"));
    MALFORMED.put("two commas", JSON.replace(",\"pad\"", ",,\"pad\""));
    MALFORMED.put("no comma", JSON.replace(",\"pad\"", "\"pad\""));
    MALFORMED.put("no colon", JSON.replace("\"pad\":", "\"pad\""));
    MALFORMED.put("comment", JSON.replace(",\"pad\"", ",/* */\"pad\""));
    MALFORMED.put("single quotes", JSON.replace("\"xxx\"", "'xxx'"));
    MALFORMED.put("key without quotes", JSON.replace("\"pad\":", "pad:"));
    MALFORMED.put("key in single quotes", JSON.replace("\"pad\":", "'pad':"));
    MALFORMED.put("raw line feed", JSON.replace("xxx", "x\nx"));
    MALFORMED.put("unknown escape", JSON.replace("xxx", "\\q"));
    MALFORMED.put("escape that is not hexadecimal", JSON.replace("xxx", "\\u00g0"));
    MALFORMED.put("leading zero", JSON.replace("\"width\":3", "\"width\":03"));
    MALFORMED.put("plus sign", JSON.replace("\"width\":3", "\"width\":+3"));
    MALFORMED.put("not a number", JSON.replace("\"width\":3", "\"width\":NaN"));
    MALFORMED.put("unknown: raw line feed", withUnknown("\"x\nx\""));
    MALFORMED.put("unknown: unknown escape", withUnknown("\"\\q\""));
    MALFORMED.put("unknown: two decimal points", withUnknown("1.2.3"));
    MALFORMED.put("unknown: leading zero", withUnknown("01"));
    MALFORMED.put("unknown: no comma", withUnknown("[1 2]"));
    MALFORMED.put("unknown: comma after the last", withUnknown("[1,]"));
    MALFORMED.put("unknown: brackets do not match", withUnknown("[1}"));
    MALFORMED.put("unknown: single quotes", withUnknown("'x'"));
    MALFORMED.put("unknown: key without quotes", withUnknown("{a:1}"));
    MALFORMED.put("unknown: no value", withUnknown(""));
    MALFORMED.put("unknown: a word", withUnknown("truth"));
  }

  /** By codec: what its read takes, from text and bytes alike, and what its readBoardId takes. */
  private static final Map<String, Taken> LENIENT =
      Map.of(
          "fastjson2",
          new Taken(
              List.of(
                  "comma after the message",
                  "comma after the last field",
                  "comma after the last point",
                  "no comma",
                  "comment",
                  "single quotes",
                  "raw line feed",
                  "escape that is not hexadecimal",
                  "leading zero",
                  "plus sign",
                  "unknown: raw line feed",
                  "unknown: leading zero",
                  "unknown: single quotes"),
              List.of(
                  "comma after the message",
                  "comment",
                  "single quotes",
                  "raw line feed",
                  "escape that is not hexadecimal",
                  "leading zero",
                  "plus sign",
                  "unknown: raw line feed",
                  "unknown: leading zero",
                  "unknown: single quotes")),
          "dsl-json",
          new Taken(
              List.of(
                  "raw line feed",
                  "plus sign",
                  "unknown: raw line feed",
                  "unknown: unknown escape",
                  "unknown: two decimal points",
                  "unknown: leading zero",
                  "unknown: no comma",
                  "unknown: comma after the last",
                  "unknown: single quotes",
                  "unknown: no value"),
              List.of(
                  "raw line feed",
                  "plus sign",
                  "unknown: raw line feed",
                  "unknown: unknown escape",
                  "unknown: two decimal points",
                  "unknown: leading zero",
                  "unknown: no comma",
                  "unknown: comma after the last",
                  "unknown: single quotes",
                  "unknown: no value")),
          "gson",
          new Taken(
              List.of("unknown: raw line feed"),
              List.of("raw line feed", "unknown: raw line feed")));

  private record Taken(List<String> read, List<String> readBoardId) {
    static final Taken NOTHING = new Taken(List.of(), List.of());
  }

  /** Something that refuses by an exception. */
  private interface Reading {
    Object of(String json) throws IOException;
  }

  static Stream<String> names() {
    return Codecs.jsonNames().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void malformedJsonIsTakenByThoseAloneThatSaySo(String name) {
    JsonCodec<?> codec = Codecs.json(name);
    Taken expected = LENIENT.getOrDefault(name, Taken.NOTHING);

    assertThat(taken(codec::read)).isEqualTo(expected.read());
    assertThat(taken(json -> codec.read(json.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected.read());
    assertThat(taken(codec::readBoardId)).isEqualTo(expected.readBoardId());
    assertThat(codec.leniency().isEmpty()).isEqualTo(expected.equals(Taken.NOTHING));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameJsonIsTakenWhenItIsNotMalformed(String name) throws Exception {
    assertThat(Strokes.read(Codecs.json(name), JSON)).isEqualTo(Strokes.plain());
    assertThat(Strokes.read(Codecs.json(name), withUnknown("[1,2]"))).isEqualTo(Strokes.plain());
  }

  private static List<String> taken(Reading reading) {
    List<String> taken = new ArrayList<>();
    MALFORMED.forEach((description, json) -> {
      if (!isRefused(reading, json)) {
        taken.add(description);
      }
    });
    return taken;
  }

  private static boolean isRefused(Reading reading, String json) {
    try {
      reading.of(json);
      return false;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private static String withUnknown(String value) {
    return JSON.replace("}", ",\"extra\":" + value + "}");
  }
}
