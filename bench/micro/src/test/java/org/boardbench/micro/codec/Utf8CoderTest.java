package org.boardbench.micro.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8CoderTest {
  static Stream<String> names() {
    return Utf8Coder.BY_NAME.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void coderAndJdkAgree(String name) throws Exception {
    Utf8Coder coder = Utf8Coder.BY_NAME.get(name).get();

    for (String text : texts()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      assertThat(encoded(coder, text)).isEqualTo(utf8);
      assertThat(coder.decode(utf8)).isEqualTo(text);
    }
  }

  @Test
  void tomcatSendsALongTextInPartsOfItsBuffer() {
    List<Integer> parts = new ArrayList<>();

    new TomcatUtf8().encode("x".repeat(16384 + 1), part -> parts.add(part.remaining()));

    assertThat(parts).containsExactly(8192, 8192, 1);
  }

  @Test
  void tomcatRefusesWhatIsNoUtf8AndDecodesTheNextFrame() throws Exception {
    TomcatUtf8 tomcat = new TomcatUtf8();

    assertThatThrownBy(() -> tomcat.decode(new byte[] {'a', (byte) 0xc3}))
        .isInstanceOf(CharacterCodingException.class);
    assertThatThrownBy(() -> tomcat.decode(new byte[] {(byte) 0xff}))
        .isInstanceOf(CharacterCodingException.class);

    assertThat(tomcat.decode(new byte[] {'a'})).isEqualTo("a");
  }

  /** Long ones put sequences of two to four bytes across the border of Tomcat's buffer. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of("", "plain", "äöüß 漢字 \ud83d\ude00"));
    for (String repeated : List.of("x", "ä", "漢", "\ud83d\ude00", "xä漢\ud83d\ude00")) {
      for (int shift = 0; shift < 4; shift++) {
        texts.add("-".repeat(shift) + repeated.repeat(7000));
      }
    }
    return texts;
  }

  private static byte[] encoded(Utf8Coder coder, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    coder.encode(text, part -> bytes.writeBytes(copied(part)));
    return bytes.toByteArray();
  }

  private static byte[] copied(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }
}
