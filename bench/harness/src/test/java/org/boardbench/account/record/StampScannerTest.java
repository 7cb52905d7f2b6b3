package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.StampForm;
import org.boardbench.scenario.message.MessageClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampScannerTest {
  private static final String STAMP = "17.204.h2.63000000123.63000045678";

  private final StampScanner scanner = new StampScanner(100);

  private boolean scan(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return scanner.scan(3, bytes, 0, bytes.length);
  }

  private void assertReadsStamp() {
    assertThat(scanner.sender()).isEqualTo(17);
    assertThat(scanner.sequence()).isEqualTo(204);
    assertThat(scanner.kind()).isEqualTo(Phase.Kind.HOLD);
    assertThat(scanner.stage()).isEqualTo(2);
    assertThat(scanner.intendedNs()).isEqualTo(63_000_000_123L);
    assertThat(scanner.sentNs()).isEqualTo(63_000_045_678L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'stroke','boardId':'b3','userId':'u17','stamp':'#','pad':'xx'}",
        "{'stamp':'#'}",
        "{'pad':'xx','stamp':'#'}",
        "{'pad':'xx', 'stamp' : '#' , 'width':3}",
        "{\n  'pad': 'xx',\r\n\t'stamp'\n:\n\t'#'\n}",
        "{'timestamp':'1.1.h1.1.1','stamp':'#'}",
        "{'timestamp':1,'stamps':'1.1.h1.1.1','stampede':2,'stamp':'#'}",
        "{'kind':'stamp','stamp':'#'}",
        "{'stamp':'none','inner':{'stamp':'#'}}",
        "{'ssttaammpp':'\"\"','stamp':'#'}",
        "{'text':'übermäßig 漢字 😀 \\u00e9 \\\\','stamp':'#','more':'😀'}",
        "{'event':'stroke','data':'{\\'type\\':\\'stroke\\',\\'stamp\\':\\'#\\'}'}",
        "'{\\\\\\'stamp\\\\\\' : \\\\\\'#\\\\\\'}'",
        "42['stroke',{'stamp':'#'}]",
        "MESSAGE\ndestination:/topic/board.b3\n\n{'stamp':'#'}\0"
      })
  void readsTheStampWhateverIsAroundIt(String template) {
    String text = template.replace('\'', '"').replace("#", STAMP);

    assertThat(scan(text)).isTrue();
    assertReadsStamp();
    assertThat(scan(text)).as("at the place remembered").isTrue();
    assertReadsStamp();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zstamp#z",
        "u17: zstamp#z xxxx",
        "{'text':'<b>zstamp#z</b>'}",
        "{'html':'&lt;b&gt;zstamp#z&lt;/b&gt;'}",
        "{'data':'{\\'text\\':\\'zstamp#z\\'}'}",
        "a=1&text=zstamp#z",
        "zzstampzstamp1.1.h1zstamp#z"
      })
  void readsAStampThatIsAWordWhateverIsAroundIt(String template) {
    StampScanner words = new StampScanner(100, StampForm.WORD);
    byte[] bytes = template.replace('\'', '"').replace("#", STAMP).getBytes(StandardCharsets.UTF_8);

    assertThat(words.scan(3, bytes, 0, bytes.length)).isTrue();
    assertThat(words.sender()).isEqualTo(17);
    assertThat(words.sentNs()).isEqualTo(63_000_045_678L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zstamp17.0.h1.1.1", "zstamp17.0.h1.1.1 z", "zstamp 17.0.h1.1.1z", "zstampz"})
  void aPartOfAWordIsNoStamp(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(new StampScanner(100, StampForm.WORD).scan(3, bytes, 0, bytes.length)).isFalse();
  }

  @Test
  void findsTheStampAgainWhenItHasMoved() {
    for (int before = 0; before < 40; before++) {
      assertThat(scan("{\"pad\":\"" + "p".repeat(before) + "\",\"stamp\":\"" + STAMP + "\"}"))
          .isTrue();
      assertReadsStamp();
      assertThat(scan("{\"stamp\":\"" + STAMP + "\"}")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "\"stamp",
        "{\"timestamp\":\"17.0.h1.1.1\"}",
        "{\"stamps\":\"17.0.h1.1.1\"}",
        "{stamp:\"17.0.h1.1.1\"}",
        "{\"stamp\"=\"17.0.h1.1.1\"}",
        "{\"stamp\":17}",
        "{\"stamp\":\"\"}",
        "{\"stamp\":\"17.0.h1.1\"}",
        "{\"stamp\":\"17.0.h1.1.\"}",
        "{\"stamp\":\"17.0.h1.1.1",
        "{\"stamp\":\"17.0.h1.1.1.1\"}",
        "{\"stamp\":\"17.0.h1.1.x\"}",
        "{\"stamp\":\"-1.0.h1.1.1\"}",
        "{\"stamp\":\"17.0.h1.-1.1\"}",
        "{\"stamp\":\"17.0.p.0.0\"}",
        "{\"stamp\":\"17.0.x1.1.1\"}",
        "{\"stamp\":\"17.0.h.1.1\"}",
        "{\"stamp\":\"17.0.h0.1.1\"}",
        "{\"stamp\":\"17.0.w1.1.1\"}",
        "{\"stamp\":\"17.0.h1z.1.1\"}",
        "{\"stamp\":\"17.0.h1cc.1.1\"}",
        "{\"stamp\":\"17.0.h1c1.1.1\"}",
        "{\"stamp\":\"17.0.hc.1.1\"}",
        "{\"stamp\":\"17.0.h1\u00e4.1.1\"}",
        "{\"stamp\":\"100.0.h1.1.1\"}",
        "{\"stamp\":\"4294967313.0.h1.1.1\"}",
        "{\"stamp\":\"17.4294967296.h1.1.1\"}",
        "{\"stamp\":\"17.0.h4294967297.1.1\"}",
        "{\"stamp\":\"17.0.h1.9999999999999999999.1\"}",
        "{\"stamp\":\"17.0.h1.1.18446744073709551617\"}"
      })
  void whatIsMalformedOrOutOfRangeIsNotRead(String text) {
    assertThat(scan(text)).isFalse();
  }

  @Test
  void readsEachPhase() {
    assertThat(scan("{\"stamp\":\"0.0.w.1.2\"}")).isTrue();
    assertThat(scanner.kind()).isEqualTo(Phase.Kind.WARM_UP);
    assertThat(scanner.stage()).isZero();
    assertThat(scan("{\"stamp\":\"99.2147483647.r12.0.999999999999999999\"}")).isTrue();
    assertThat(scanner.kind()).isEqualTo(Phase.Kind.RAMP);
    assertThat(scanner.stage()).isEqualTo(12);
    assertThat(scanner.sequence()).isEqualTo(Integer.MAX_VALUE);
    assertThat(scanner.sentNs()).isEqualTo(999_999_999_999_999_999L);
  }

  @Test
  void readsWhatWasWritten() {
    String stamp =
        new Stamp()
            .write(17, 204, new Phase(Phase.Kind.HOLD, 2), 0, 63_000_000_123L, 63_000_045_678L)
            .toString();

    assertThat(stamp).isEqualTo(STAMP);
    assertThat(scan("{\"stamp\":\"" + stamp + "\"}")).isTrue();
    assertReadsStamp();
  }

  @Test
  void readsTheClassOfEachMessage() {
    for (int number = 0; number < MessageClass.count(); number++) {
      for (Phase phase :
          new Phase[] {new Phase(Phase.Kind.WARM_UP, 0), new Phase(Phase.Kind.RAMP, 12)}) {
        String stamp = new Stamp().write(17, 204, phase, number, 5, 6).toString();

        assertThat(scan("{\"stamp\":\"" + stamp + "\"}")).as(stamp).isTrue();
        assertThat(scanner.messageClass()).isEqualTo(number);
        assertThat(scanner.kind()).isEqualTo(phase.kind());
        assertThat(scanner.stage()).isEqualTo(phase.stage());
        assertThat(scanner.intendedNs()).isEqualTo(5);
      }
    }
    assertThat(new Stamp().write(1, 2, new Phase(Phase.Kind.HOLD, 3), 1, 4, 5).toString())
        .isEqualTo("1.2.h3c.4.5");
  }

  @Test
  void looksOnlyAtTheFrameItselfAndNotAtWhatTheBufferHoldsAroundIt() {
    String frame = "{\"stamp\":\"" + STAMP + "\"}";
    byte[] buffer = ("xx" + frame + "yy" + frame).getBytes(StandardCharsets.UTF_8);

    assertThat(scanner.scan(3, buffer, 2, frame.length())).isTrue();
    // Cut anywhere before the stamp's closing quote it must not be completed by what follows.
    for (int length = 0; length < frame.length() - 1; length++) {
      assertThat(scanner.scan(3, buffer, 2, length)).as("length %d", length).isFalse();
    }
    assertThat(scanner.scan(3, buffer, 4 + frame.length(), frame.length())).isTrue();
    assertReadsStamp();
  }
}
