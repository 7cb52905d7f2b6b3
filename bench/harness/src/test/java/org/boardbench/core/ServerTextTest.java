package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTextTest {
  @Test
  void aPlainLineStaysAsItIs() {
    assertThat(ServerText.line("board is full: 漢字 😀 é")).isEqualTo("board is full: 漢字 😀 é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b[31mb",
        "a\u001b[2J\u001b[1;1Hb",
        "a\u001b]0;owned\u0007b",
        "a\u001b]8;;http://x\u001b\\b",
        "a\u009b31mb",
        "a\u202eb",
        "a\u2066b\u2069",
        "a\u200b\ufeffb",
        "a\ud800b"
      })
  void escapeSequencesAndUnseenCharactersAreLeftOut(String text) {
    assertThat(ServerText.line(text)).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\n\tb", "a\u0000b", "a\u2028b", "a\u0085b", "a \u007f b"})
  void lineEndsAndControlsBecomeOneSpace(String text) {
    assertThat(ServerText.line(text)).isEqualTo("a b");
  }

  @Test
  void aLongTextIsCutAndSaysSo() {
    assertThat(ServerText.line("x".repeat(200))).hasSize(200);
    assertThat(ServerText.line("x".repeat(201))).isEqualTo("x".repeat(200) + "…");
    assertThat(ServerText.line("x".repeat(199) + "😀")).isEqualTo("x".repeat(199) + "…");
    assertThat(ServerText.line("\u202e".repeat(5_000_000) + "x")).isEqualTo("…");
  }

  @Test
  void linesAreKeptAndEachIsMadeFit() {
    assertThat(ServerText.lines("failed; its last output:\n  a\u001b[31mb\n  c\u202ed"))
        .isEqualTo("failed; its last output:\n  ab\n  cd");
    assertThat(ServerText.lines("x\n".repeat(1_000)).lines()).hasSize(40);
  }

  @Test
  void whateverComesNothingThatSteersATerminalIsLeft() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.append(
            (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(256)));
        text.append(random.nextInt(5) == 0 ? "\u001b[" : "");
      }
      assertThat(ServerText.line(text.toString())).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
    }
  }
}
