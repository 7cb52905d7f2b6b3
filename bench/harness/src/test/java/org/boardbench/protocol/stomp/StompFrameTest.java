package org.boardbench.protocol.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StompFrameTest {
  private static StompFrame parse(String text) {
    return StompFrame.parse(text).orElseThrow();
  }

  @Test
  void readsBackWhatItWrites() {
    StompFrame frame = new StompFrame("MESSAGE", Map.of("a:b", "c\\d\r\ne"), "body\n\nmore");

    assertThat(frame.text()).isEqualTo("MESSAGE\na\\cb:c\\\\d\\r\\ne\n\nbody\n\nmore\0");
    assertThat(parse(frame.text())).isEqualTo(frame);
  }

  @Test
  void readsLinesThatEndInCarriageReturnAndLineFeed() {
    assertThat(parse("MESSAGE\r\na:b\r\n\r\nbody\0"))
        .isEqualTo(new StompFrame("MESSAGE", Map.of("a", "b"), "body"));
  }

  @Test
  void ignoresEndsOfLinesAfterTheFrame() {
    assertThat(parse("RECEIPT\n\n\0\n\r\n").body()).isEmpty();
  }

  @Test
  void ofRepeatedHeadersTheFirstCounts() {
    assertThat(parse("MESSAGE\na:first\na:second\n\n\0").header("a")).isEqualTo("first");
  }

  @Test
  void aValueMayHaveColonsAndBeEmpty() {
    assertThat(parse("MESSAGE\na:b:c\nd:\n\n\0").headers()).isEqualTo(Map.of("a", "b:c", "d", ""));
  }

  @Test
  void theLengthOfASendIsInBytes() {
    assertThat(StompFrame.send("/app/x", "{\"a\":\"é😀\"}").header("content-length"))
        .isEqualTo("14");
  }

  @Test
  void aTextThatIsCutOffIsNoFrame() {
    String whole = "MESSAGE\na:b\n\nbody\0";
    for (int length = 0; length < whole.length(); length++) {
      assertThat(StompFrame.parse(whole.substring(0, length))).isEmpty();
    }
  }
}
