package org.boardbench.protocol.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Frames called published are of Phoenix' guide "Writing a Channels Client", and of its tests
 * {@code v2_json_serializer_test.exs} and {@code websocket_channels_test.exs}.
 */
class PhoenixSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);

  private final StrokePayload payload = new StrokePayload(300);
  private final PhoenixProtocol protocol = new PhoenixProtocol();
  private final ScriptedServer server = new ScriptedServer(protocol, USER, payload);

  private void join() {
    server.says(reply("1", "ok", "{}"));
    server.hears();
  }

  private static String reply(String ref, String status, String response) {
    return "[\"1\",\"%s\",\"board:b3\",\"phx_reply\",{\"response\":%s,\"status\":\"%s\"}]"
        .formatted(ref, response, status);
  }

  private static String heard(String event, String payload) {
    return "[null,null,\"board:b3\",\"%s\",%s]".formatted(event, payload);
  }

  /** Of the guide's example, with the words of this user. */
  private static String published(String example, String topic) {
    return example.replace("miami:weather", topic);
  }

  @Test
  void joinsTheTopicOfItsBoardAndIsJoinedByTheReply() {
    assertThat(server.hears())
        .containsExactly("[\"1\",\"1\",\"board:b3\",\"phx_join\",{\"userId\":\"u17\"}]");

    assertThat(server.says(reply("1", "ok", "{}"))).isEqualTo(Meaning.JOINED);
    assertThat(server.says(reply("1", "ok", "{}"))).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).isEmpty();
  }

  @Test
  void itsFramesAreThePublishedOnes() {
    String join = "[\"0\", \"0\", \"miami:weather\", \"phx_join\", {\"some\": \"param\"}]";
    assertThat(
            SameJson.isSame(
                server.hears().getFirst(),
                published(join, "board:b3")
                    .replace("0", "1")
                    .replace("some", "userId")
                    .replace("param", "u17")))
        .isTrue();

    join();
    server.keepAlive(1_000, 0, 0);
    server.keepAlive(31_000, 0, 0);
    assertThat(
            SameJson.isSame(
                server.hears().getFirst(), "[null, \"2\", \"phoenix\", \"heartbeat\", {}]"))
        .isTrue();

    server.closing();
    String leave = "[null, \"1\", \"miami:weather\", \"phx_leave\", {}]";
    assertThat(
            SameJson.isSame(
                server.hears().getFirst(),
                published(leave, "board:b3").replace("\"1\"", "\"3\"").replace("null", "\"1\"")))
        .isTrue();
  }

  @Test
  void aRefusedJoinIsAnErrorWithItsReason() {
    assertThat(server.says(reply("1", "error", "{\"reason\":\"unmatched topic\"}")))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("unmatched topic");
    assertThat(server.says(reply("1", "error", "{\"code\":7}"))).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("{\"code\":7}");
    assertThat(server.says(reply("1", "error", "{}"))).isEqualTo(Meaning.ERROR);
  }

  @Test
  void aRefusedMessageIsAnErrorAndAnAcceptedOneHousekeeping() {
    join();
    server.message("17.0.h1.5.6");

    assertThat(server.says(reply("2", "ok", "{}"))).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says(reply("2", "error", "{\"reason\":\"no boardId\"}")))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("no boardId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "-1", "", "x", "99999999999999999999"})
  void aReplyToWhatWasNotSentIsUnknown(String ref) {
    join();

    assertThat(server.says(reply(ref, "ok", "{}"))).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(reply("1", "maybe", "{}"))).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aStrokeIsPushedToItsTopicWithARefOfItsOwn() {
    String stamp = "17.0.h1.5.6";

    for (int ref = 2; ref < 1_002; ref++) {
      assertThat(server.message(stamp))
          .isEqualTo(
              "[\"1\",\"%d\",\"board:b3\",\"message\",%s]"
                  .formatted(ref, payload.json(USER, stamp)));
    }
  }

  @Test
  void sendsAHeartbeatEvery30SecondsAndGoesOnWhenItIsAnswered() {
    join();

    for (int beat = 0; beat < 4; beat++) {
      long ms = 1_000 + beat * 30_000L;
      assertThat(server.keepAlive(ms, ms, ms)).isTrue();
      assertThat(server.keepAlive(ms + 29_999, ms, ms)).isTrue();
      assertThat(server.hears()).hasSize(beat == 0 ? 0 : 1);
      int ref = beat + 1;
      server.says(
          "[null,\"%d\",\"phoenix\",\"phx_reply\",{\"response\":{},\"status\":\"ok\"}]"
              .formatted(ref));
    }
  }

  @Test
  void aHeartbeatThatIsNotAnsweredUntilTheNextIsABrokenPromise() {
    join();

    assertThat(server.keepAlive(0, 0, 0)).isTrue();
    assertThat(server.keepAlive(30_000, 30_000, 0)).isTrue();
    assertThat(server.keepAlive(59_999, 59_999, 0)).isTrue();
    assertThat(server.keepAlive(60_000, 60_000, 0)).isFalse();
  }

  @Test
  void aChannelThatCrashesOrIsClosedHasRefusedIt() {
    join();

    assertThat(server.says("[\"1\",\"1\",\"board:b3\",\"phx_error\",{}]")).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("the channel has crashed");
    assertThat(server.says("[\"1\",\"1\",\"board:b3\",\"phx_close\",{}]")).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("the channel was closed");
  }

  @Test
  void whatAnswersItsLeaveIsHousekeeping() {
    join();
    server.closing();
    assertThat(server.hears()).containsExactly("[\"1\",\"2\",\"board:b3\",\"phx_leave\",{}]");

    assertThat(server.says(reply("2", "ok", "{}"))).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("[\"1\",\"1\",\"board:b3\",\"phx_close\",{}]"))
        .isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void whatElseIsSaidOnItsTopicIsHousekeepingAndOnAnotherUnknown() {
    join();
    String published = "[null,null,\"t\",\"e\",{\"m\":1}]";

    assertThat(server.says(published.replace("\"t\"", "\"board:b3\"")))
        .isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says(published)).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(heard("presence_diff", "{\"joins\":{},\"leaves\":{}}")))
        .isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says(heard("message", "{\"type\":\"presence\"}")))
        .isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void aStrokeWithoutAReadableStampIsUnknown() {
    join();

    assertThat(server.says(heard("message", "{\"type\":\"stroke\"}"))).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(heard("message", "{\"stamp\":\"17.0\"}"))).isEqualTo(Meaning.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "[null,null,\"board:b3\",\"e\"]",
        "[null,null,\"board:b3\",\"e\",{},1]",
        "[null,null,\"board:b3\",\"e\",7]",
        "[null,null,\"board:b3\",null,{}]",
        "[null,null,null,\"message\",{}]",
        "[null,null,\"board:b3\",\"message\",{}] more",
        "[null,null,\"board:b3\",\"message\",{}"
      })
  void whatIsNoFrameOfChannelsIsUnknown(String text) {
    join();

    assertThat(server.says(text)).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aFrameHoldsNothingBesideItsMessage() {
    assertThat(server.holdsOthers(heard("message", payload.json(USER, "17.0.h1.5.6")))).isFalse();
  }
}
