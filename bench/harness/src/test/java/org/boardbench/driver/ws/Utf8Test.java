package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("optimized")
class Utf8Test {
  @Test
  void everyPairOfBytesIsJudgedAsTheJdkDoes() {
    for (int pair = 0; pair < 1 << 16; pair++) {
      assertSameAsJdk(new byte[] {(byte) (pair >> 8), (byte) pair});
    }
  }

  @Test
  void everyCriticalStartWithRandomRestIsJudgedAsTheJdkDoes() {
    SplittableRandom random = new SplittableRandom(1);
    int[] edges = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (int first = 0xe0; first < 0x100; first++) {
      for (int second : edges) {
        for (int third : edges) {
          for (int fourth : edges) {
            assertSameAsJdk(
                new byte[] {
                  (byte) first,
                  (byte) second,
                  (byte) third,
                  (byte) fourth,
                  (byte) random.nextInt(0x80)
                });
          }
        }
      }
    }
  }

  @Test
  void oneWrongByteIsFoundAtEveryPlaceOfALongText() {
    byte[] text = "x".repeat(50).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < text.length; at++) {
      byte[] wrong = text.clone();
      wrong[at] = (byte) 0xff;
      assertThat(Utf8.isValid(wrong, 0, wrong.length)).isFalse();
      assertThat(Utf8.isValid(wrong, at + 1, wrong.length - at - 1)).isTrue();
    }
  }

  private static void assertSameAsJdk(byte[] bytes) {
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(Utf8.isValid(bytes, 0, length))
          .as("%s bytes of %s", length, HexFormat.of().formatHex(bytes))
          .isEqualTo(jdkAccepts(bytes, length));
    }
  }

  private static boolean jdkAccepts(byte[] bytes, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
