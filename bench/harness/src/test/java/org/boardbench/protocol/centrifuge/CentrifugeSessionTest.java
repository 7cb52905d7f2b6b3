package org.boardbench.protocol.centrifuge;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames called published are of the page "Client protocol" of Centrifugo's documentation, and of
 * the tests of the Go modules {@code github.com/centrifugal/centrifuge} and {@code …/protocol}.
 */
class CentrifugeSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);

  /** As Centrifugo 6.9 answers an anonymous connect. */
  private static final String CONNECTED =
      "{\"id\":1,\"connect\":{\"client\":\"c3d6\",\"version\":\"6.9.1\",\"ping\":25,\"pong\":true}}";

  private final StrokePayload payload = new StrokePayload(300);
  private final CentrifugeProtocol protocol = new CentrifugeProtocol();
  private final ScriptedServer server = new ScriptedServer(protocol, USER, payload);

  private void join() {
    server.says(CONNECTED);
    server.says("{\"id\":2,\"subscribe\":{}}");
    server.hears();
  }

  private static String push(String channel, String what) {
    return "{\"push\":{\"channel\":\"%s\",%s}}".formatted(channel, what);
  }

  private static String published(String channel, String data) {
    return push(channel, "\"pub\":{\"data\":" + data + "}");
  }

  @Test
  void connectsThenSubscribesToItsBoardAndIsJoinedByTheReply() {
    assertThat(server.hears()).containsExactly("{\"id\":1,\"connect\":{}}");

    assertThat(server.says(CONNECTED)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears())
        .containsExactly("{\"id\":2,\"subscribe\":{\"channel\":\"board:b3\"}}");

    assertThat(server.says("{\"id\":2,\"subscribe\":{}}")).isEqualTo(Meaning.JOINED);
    assertThat(server.hears()).isEmpty();
  }

  @Test
  void itsCommandsAndTheirRepliesAreThePublishedOnes() {
    server.hears();
    server.says(CONNECTED);
    String published = "{\"id\": 1, \"subscribe\": {\"channel\": \"example\"}}";
    assertThat(server.hears().getFirst())
        .satisfies(subscribe ->
            assertThat(
                    SameJson.isSame(
                        subscribe,
                        published.replace("example", "board:b3").replace("\"id\": 1", "\"id\": 2")))
                .isTrue());

    assertThat(server.says("{\"id\": 1, \"subscribe\": {}}".replace("1", "2")))
        .isEqualTo(Meaning.JOINED);
  }

  @Test
  void aRefusedSubscriptionIsAnErrorWithItsMessageAndCode() {
    server.says(CONNECTED);

    assertThat(server.says("{\"id\":2,\"error\":{\"code\":103,\"message\":\"permission denied\"}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("permission denied (103)");
  }

  @Test
  void thePublishedErrorIsOneWhateverItAnswers() {
    assertThat(
            server.says(
                "{\"id\": 1, \"error\": {\"code\": 100, \"message\": \"internal server error\"}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("internal server error (100)");
    assertThat(server.hears()).as("no subscribe").containsExactly("{\"id\":1,\"connect\":{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":2,\"connect\":{}}",
        "{\"id\":1,\"subscribe\":{}}",
        "{\"id\":1}",
        "{\"id\":1,\"connect\":7}",
        "{\"connect\":{}}",
        "{\"id\":2,\"subscribe\":{}}",
        "{\"id\":3,\"publish\":{}}"
      })
  void aReplyToWhatWasNotAskedIsUnknown(String reply) {
    assertThat(server.says(reply)).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aPingIsAnsweredWhereTheServerAsksForIt() {
    join();
    assertThat(server.says("{}")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).containsExactly("{}");

    ScriptedServer silent = new ScriptedServer(protocol, USER, payload);
    silent.says("{\"id\":1,\"connect\":{\"client\":\"c3d6\",\"ping\":25}}");
    silent.hears();
    assertThat(silent.says("{}")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(silent.hears()).isEmpty();
  }

  @Test
  void aServerThatDoesNotPingInTimeHasBrokenItsPromise() {
    assertThat(server.keepAlive(1_000_000, 0, 0)).as("nothing was promised yet").isTrue();
    join();

    assertThat(server.keepAlive(35_000, 0, 0)).isTrue();
    assertThat(server.keepAlive(35_001, 0, 0)).isFalse();
    assertThat(server.keepAlive(60_000, 30_000, 0)).isTrue();
    assertThat(server.hears()).as("the server asks, not the client").isEmpty();
  }

  @Test
  void aStrokeIsAPublishCommandWithAnIdOfItsOwn() {
    join();
    String stamp = "17.0.h1.5.6";

    for (int id = 3; id < 1_002; id++) {
      assertThat(server.message(stamp))
          .isEqualTo(
              "{\"id\":%d,\"publish\":{\"channel\":\"board:b3\",\"data\":%s}}"
                  .formatted(id, payload.json(USER, stamp)));
    }
  }

  @Test
  void itsReplyIsHousekeepingInAnySpellingAndTheReplyToALaterOneUnknown() {
    join();
    server.message("17.0.h1.5.6");
    server.message("17.1.h1.5.6");

    assertThat(server.says("{\"id\":3,\"publish\":{}}")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("{ \"publish\" : { }, \"id\" : 4 }")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("{\"id\":5,\"publish\":{}}")).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("{\"id\":9999999999,\"publish\":{}}")).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("{\"id\":4,\"error\":{\"code\":107,\"message\":\"bad request\"}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("bad request (107)");
  }

  @Test
  void aServerThatUnsubscribesItHasRefusedIt() {
    join();
    String published =
        "{\"push\":{\"channel\":\"test_channel\",\"unsubscribe\":{\"code\":2000,"
            + "\"reason\":\"server unsubscribe\"}}}";

    assertThat(server.says(published.replace("test_channel", "board:b3"))).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("unsubscribed: server unsubscribe (2000)");
    assertThat(server.says("{\"push\":{\"disconnect\":{\"code\":3001,\"reason\":\"shutdown\"}}}"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("disconnected: shutdown (3001)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"join\":{\"info\":{\"user\":\"\",\"client\":\"c3d7\"}}",
        "\"leave\":{\"info\":{\"user\":\"\",\"client\":\"c3d7\"}}",
        "\"message\":{\"data\":{}}",
        "\"pub\":{\"data\":{\"type\":\"presence\",\"users\":2}}"
      })
  void whatElseHappensOnItsBoardIsHousekeeping(String what) {
    join();

    assertThat(server.says(push("board:b3", what))).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void aStrokeWithoutAReadableStampIsUnknownAndSoIsAPublicationThatWasNotAskedFor() {
    join();

    assertThat(server.says(published("board:b3", "{\"type\":\"stroke\"}")))
        .isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(published("board:b3", "{\"stamp\":\"17.0\"}")))
        .isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(published("c", "null"))).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(published("board:b4", "{\"type\":\"presence\"}")))
        .isEqualTo(Meaning.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "null",
        "17",
        "[]",
        "{",
        "{} more",
        "{\"push\":{}}",
        "{\"push\":7}",
        "{}{}",
        "hi"
      })
  void whatIsNoReplyIsUnknown(String text) {
    join();

    assertThat(server.says(text)).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.hears()).isEmpty();
  }

  @Test
  void amidStrokesItHearsOfWhateverIsNoPublicationOfItsBoard() {
    join();
    String stroke = published("board:b3", payload.json(USER, "17.0.h1.5.6"));

    assertThat(server.holdsOthers(stroke)).isFalse();
    assertThat(server.holdsOthers(stroke + "\n" + stroke + "\n")).isFalse();
    assertThat(server.holdsOthers(stroke + "\n{}")).isTrue();
    assertThat(server.holdsOthers("{}\n" + stroke)).isTrue();
    assertThat(server.holdsOthers(stroke + "\n{}\n" + stroke)).isTrue();
    assertThat(server.holdsOthers(stroke + "\n{\"id\":3,\"publish\":{}}")).isTrue();
    assertThat(server.holdsOthers(stroke.replace("b3", "b4"))).isTrue();
  }

  @Test
  void leavesWithoutAWord() {
    join();
    server.closing();
    assertThat(server.hears()).isEmpty();
  }
}
