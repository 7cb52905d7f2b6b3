package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.boardbench.scenario.message.PointSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrokePayloadTest {
  private static final String SHORT = "0.0.w.1.2";
  private static final String LONGEST =
      "2147483647.2147483647.h2147483647.9223372036854775807.9223372036854775807";
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final UserIdentity LAST = new UserIdentity(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static JsonNode parse(String json) {
    return new JsonMapper().readTree(json);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 100, 60_000})
  void isExactlyThePlannedSizeWhateverTheStamp(int aboveTheLeast) {
    int bytes = StrokePayload.MIN_BYTES + aboveTheLeast;
    StrokePayload payload = new StrokePayload(bytes);

    for (UserIdentity user : new UserIdentity[] {USER, LAST}) {
      for (String stamp : new String[] {SHORT, LONGEST}) {
        String json = payload.json(user, stamp);
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
        assertThat(parse(json).path("stamp").stringValue()).isEqualTo(stamp);
      }
    }
  }

  @Test
  void ofSmallerSizesItIsWhatAPayloadOfThatSizeWouldBe() {
    MessageBody body = new StrokePayload(3_000).body(USER);
    for (int bytes = StrokePayload.MIN_BYTES; bytes <= 3_000; bytes += 7) {
      byte[] text = new byte[bytes + 2];
      body.write(SHORT, bytes, text, 1);

      assertThat(new String(text, 1, bytes, StandardCharsets.UTF_8))
          .isEqualTo(new StrokePayload(bytes).json(USER, SHORT));
      assertThat(text[0]).isZero();
      assertThat(text[bytes + 1]).isZero();
    }
  }

  @Test
  void isAStrokeOfItsUserOnItsBoard() {
    JsonNode stroke = parse(new StrokePayload(300).json(USER, SHORT));

    assertThat(stroke.propertyNames())
        .containsExactly("type", "boardId", "userId", "stamp", "points", "color", "width", "pad");
    assertThat(stroke.path("type").stringValue()).isEqualTo("stroke");
    assertThat(stroke.path("boardId").stringValue()).isEqualTo("b3");
    assertThat(stroke.path("userId").stringValue()).isEqualTo("u17");
    assertThat(stroke.path("points").size()).isBetween(5, 15);
    assertThat(stroke.path("points").path(0).size()).isEqualTo(2);
  }

  @Test
  void theSameSizeHasTheSamePoints() {
    StrokePayload payload = new StrokePayload(300);

    assertThat(parse(payload.json(USER, SHORT)).path("points"))
        .isEqualTo(parse(payload.json(LAST, LONGEST)).path("points"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 34, 2_401})
  void hasAsManyPointsAsAScenarioHadInMindForItsSize(int points) {
    StrokePayload payload = new StrokePayload(PointSizes.bytes(points));

    for (String stamp : new String[] {SHORT, LONGEST}) {
      assertThat(parse(payload.json(USER, stamp)).path("points")).hasSize(points);
    }
    assertThat(parse(payload.json(LAST, LONGEST)).path("pad").stringValue()).isEmpty();
  }

  @Test
  void aPaperSizedPayloadIsPossibleAndASmallerOneThanTheStampNeedsIsNot() {
    assertThat(StrokePayload.MIN_BYTES).isLessThan(300);
    assertThatThrownBy(() -> new StrokePayload(StrokePayload.MIN_BYTES - 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least " + StrokePayload.MIN_BYTES);
  }
}
