package org.boardbench.protocol.nest;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are shaped as in the chapter "Adapters" of NestJS' documentation. */
class NestSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final String JOINED =
      "{\"event\":\"joined\",\"data\":{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u17\"}}";

  private final StrokePayload payload = new StrokePayload(300);
  private final ScriptedServer server = new ScriptedServer(new NestProtocol(), USER, payload);

  @Test
  void joinsByAnEventAndIsJoinedByItsAnswer() {
    assertThat(server.hears())
        .containsExactly("{\"event\":\"join\",\"data\":{\"boardId\":\"b3\",\"userId\":\"u17\"}}");
    assertThat(server.says(JOINED.replace("u17", "u18"))).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(JOINED)).isEqualTo(Meaning.JOINED);
  }

  @Test
  void aStrokeIsAnEventWithItsData() {
    String stamp = "17.0.h1.5.6";

    assertThat(server.message(stamp))
        .isEqualTo("{\"event\":\"stroke\",\"data\":" + payload.json(USER, stamp) + "}");
  }

  @Test
  void anErrorOfTheApplicationOrOfTheFrameworkIsAnErrorWithItsReason() {
    assertThat(
            server.says("{\"event\":\"error\",\"data\":{\"type\":\"error\",\"reason\":\"full\"}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("full");
    assertThat(
            server.says(
                "{\"event\":\"exception\",\"data\":{\"status\":\"error\",\"message\":\"boom\"}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("boom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"users\",\"data\":3}",
        "{\"event\":\"users\"}",
        "{\"event\":\"stroke\",\"data\":{\"by\":1}}",
      })
  void whatOthersMaySayIsNotCounted(String message) {
    assertThat(server.says(message)).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"event\":7}",
        "{\"event\":\"stroke\"",
        "{\"event\":\"stroke\"}",
        "{\"event\":\"stroke\",\"data\":{\"stamp\":\"17.\"}}",
      })
  void whatIsNoMessageOrADamagedStrokeIsCorrupt(String message) {
    assertThat(server.says(message)).isEqualTo(Meaning.UNKNOWN);
  }
}
