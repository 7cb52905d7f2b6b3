package org.boardbench.protocol.raw;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);

  private final StrokePayload payload = new StrokePayload(300);
  private final ScriptedServer server = new ScriptedServer(new RawProtocol(), USER, payload);

  @Test
  void joinsItsBoardAndIsJoinedOnceTheServerSaysSo() {
    assertThat(server.hears())
        .containsExactly("{\"type\":\"join\",\"boardId\":\"b3\",\"userId\":\"u17\"}");

    assertThat(server.says("{ \"userId\": \"u17\", \"boardId\": \"b3\", \"type\": \"joined\" }"))
        .isEqualTo(Meaning.JOINED);
  }

  @Test
  void anAnswerToSomebodyElseIsNotUnderstood() {
    assertThat(server.says("{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u18\"}"))
        .isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("{\"type\":\"joined\",\"boardId\":\"b4\",\"userId\":\"u17\"}"))
        .isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("{\"type\":\"joined\"}")).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void anErrorComesWithItsReason() {
    assertThat(server.says("{\"type\":\"error\",\"reason\":\"no \\\"boardId\\\"\"}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("no \"boardId\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "null", "17", "[]", "{", "{\"type\":\"x\"} more"})
  void whatIsNoJsonObjectIsUnknown(String text) {
    assertThat(server.says(text)).isEqualTo(Meaning.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"stroke\",\"boardId\":\"b3\"}",
        "{\"type\":\"cursor\",\"boardId\":\"b3\",\"stamp\":\"?7.0.h1.5.6\"}",
        "{\"stamp\":17}"
      })
  void aMessageOfOursWithoutAReadableStampIsUnknown(String text) {
    assertThat(server.says(text)).isEqualTo(Meaning.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"presence\",\"boardId\":\"b3\",\"users\":[\"u17\",\"u18\"]}",
        "{\"type\":\"cursor\",\"boardId\":\"b3\",\"x\":1}",
        "{\"type\":3}",
        "{}"
      })
  void anyOtherObjectIsHousekeeping(String text) {
    assertThat(server.says(text)).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void aStrokeIsThePayloadItself() {
    assertThat(server.message("17.0.h1.5.6")).isEqualTo(payload.json(USER, "17.0.h1.5.6"));
  }

  @Test
  void promisesNothingAboutSilenceAndLeavesWithoutAWord() {
    server.hears();
    assertThat(server.keepAlive(1_000_000, 0, 0)).isTrue();
    server.closing();
    assertThat(server.hears()).isEmpty();
  }
}
