package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8ValidatorTest {
  private static final List<String> INVALID =
      List.of(
          "80", // continues nothing
          "c3", // cut
          "e6bc",
          "f09f98",
          "c328", // not continued
          "c080", // overlong
          "c1bf",
          "e08080",
          "e09fbf",
          "f08fbfbf",
          "eda080", // surrogates
          "edbfbf",
          "eda0bdedb880",
          "f4908080", // above U+10FFFF
          "f5808080",
          "fe",
          "ff");

  static Stream<String> names() {
    return Utf8Validator.BY_NAME.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyTextIsValid(String name) {
    Utf8Validator validator = Utf8Validator.BY_NAME.get(name).get();

    for (String text : List.of("", "plain", "ä漢\ud83d\ude00\u0000\ud7ff\ue000\udbff\udfff")) {
      assertThat(validator.isValid(utf8(text))).isTrue();
      assertThat(validator.isValid(utf8("x".repeat(20_000) + text))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void overlongFormsSurrogatesAndCutSequencesAreNot(String name) {
    Utf8Validator validator = Utf8Validator.BY_NAME.get(name).get();

    for (String hex : INVALID) {
      byte[] invalid = HexFormat.of().parseHex(hex);
      assertThat(validator.isValid(invalid)).as(hex).isFalse();
      assertThat(validator.isValid(after(20_000, invalid))).as("later: " + hex).isFalse();
      assertThat(validator.isValid(utf8("x"))).as("after " + hex).isTrue();
    }
  }

  private static byte[] after(int ascii, byte[] invalid) {
    byte[] bytes = new byte[ascii + invalid.length];
    System.arraycopy(invalid, 0, bytes, ascii, invalid.length);
    return bytes;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
