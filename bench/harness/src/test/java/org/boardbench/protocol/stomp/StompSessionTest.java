package org.boardbench.protocol.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final String PROBE =
      "{\"type\":\"probe\",\"boardId\":\"b3\",\"userId\":\"u17\",\"stamp\":\"17.%d.p.0.0\"}";

  private final StrokePayload payload = new StrokePayload(300);
  private final ScriptedServer server = new ScriptedServer(new StompProtocol(), USER, payload);

  private static String sent(String json) {
    return "SEND\ndestination:/app/board.b3\ncontent-type:application/json\ncontent-length:"
        + json.length()
        + "\n\n"
        + json
        + "\0";
  }

  private static String message(String subscription, String json) {
    return "MESSAGE\ndestination:/x\ncontent-type:application/json\nsubscription:"
        + subscription
        + "\nmessage-id:a-1\n\n"
        + json
        + "\0";
  }

  private Meaning connect(String heartBeat) {
    server.hears();
    return server.says("CONNECTED\nversion:1.2\nheart-beat:" + heartBeat + "\n\n\0");
  }

  private void join() {
    connect("0,0");
    server.says(message("board", PROBE.formatted(0)));
    server.hears();
  }

  @Test
  void connectsThenSubscribesAndProbesAndIsJoinedWhenItsProbeComesBack() {
    assertThat(server.hears())
        .containsExactly(
            "CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:10000,10000\n\n\0");

    assertThat(connect("10000,10000")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears())
        .containsExactly(
            "SUBSCRIBE\nid:board\ndestination:/topic/board.b3\n\n\0",
            "SUBSCRIBE\nid:errors\ndestination:/user/queue/errors\n\n\0",
            sent(PROBE.formatted(0)));

    assertThat(server.says(message("board", PROBE.formatted(0)))).isEqualTo(Meaning.JOINED);
    assertThat(server.says(message("board", PROBE.formatted(1))))
        .as("a probe that was sent again")
        .isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void aProbeOfAnotherUserIsHousekeeping() {
    connect("0,0");
    String other = PROBE.formatted(0).replace("u17", "u18");

    assertThat(server.says(message("board", other))).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says(message("board", PROBE.formatted(0)))).isEqualTo(Meaning.JOINED);
  }

  @Test
  void probesAgainInGrowingPausesUntilItHasJoined() {
    connect("0,0");
    server.hears();

    StringBuilder probed = new StringBuilder();
    for (long ms = 1000; ms <= 2500; ms += 50) {
      assertThat(server.keepAlive(ms, ms, ms)).isTrue();
      if (!server.hears().isEmpty()) {
        probed.append(ms).append(' ');
      }
    }
    assertThat(probed).hasToString("1200 1600 2400 ");

    server.says(message("board", PROBE.formatted(2)));
    assertThat(server.keepAlive(60_000, 60_000, 60_000)).isTrue();
    assertThat(server.hears()).isEmpty();
  }

  @Test
  void doesNotProbeBeforeItIsConnected() {
    server.hears();
    server.keepAlive(1000, 1000, 1000);
    server.keepAlive(5000, 5000, 5000);
    assertThat(server.hears()).isEmpty();
  }

  @Test
  void eachProbeIsSentWithAStampOfItsOwn() {
    connect("0,0");
    server.hears();
    server.keepAlive(1000, 1000, 1000);
    server.keepAlive(1200, 1200, 1200);
    assertThat(server.hears()).containsExactly(sent(PROBE.formatted(1)));
  }

  @Test
  void sendsAHeartBeatWhenItHasBeenSilentForHalfTheAgreedInterval() {
    connect("0,20000");
    server.says(message("board", PROBE.formatted(0)));
    server.hears();

    assertThat(server.keepAlive(9_999, 0, 0)).isTrue();
    assertThat(server.hears()).isEmpty();
    assertThat(server.keepAlive(10_000, 0, 0)).isTrue();
    assertThat(server.hears()).containsExactly("\n");
    assertThat(server.keepAlive(1_000_000, 0, 1_000_000)).as("none were promised").isTrue();
  }

  @Test
  void aServerThatIsSilentForOverTwiceTheAgreedIntervalHasBrokenItsPromise() {
    connect("5000,0");
    server.says(message("board", PROBE.formatted(0)));
    server.hears();

    assertThat(server.keepAlive(20_000, 0, 0)).isTrue();
    assertThat(server.keepAlive(20_001, 0, 0)).isFalse();
    assertThat(server.hears()).as("none were wanted").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void aHeartBeatIsHousekeeping(String beat) {
    assertThat(server.says(beat)).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void anErrorFrameComesWithItsMessage() {
    assertThat(server.says("ERROR\nmessage:no\\cway\ncontent-length:0\n\n\0"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("no:way");
    assertThat(server.says("ERROR\n\nbad frame\0")).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("bad frame");
  }

  @Test
  void aMessageOnTheErrorQueueIsAnErrorWithItsReason() {
    join();

    assertThat(server.says(message("errors", "{\"type\":\"error\",\"reason\":\"no boardId\"}")))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("no boardId");
    assertThat(server.says(message("errors", "plain words"))).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("plain words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "MESSAGE", "MESSAGE\nno colon\n\n{}\0", "WHAT\n\n\0"})
  void whatItDoesNotKnowIsUnknown(String text) {
    assertThat(server.says(text)).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aStrokeWithoutReadableStampIsUnknownAndReceiptsAreHousekeeping() {
    join();

    assertThat(server.says(message("board", "{\"type\":\"stroke\",\"boardId\":\"b3\"}")))
        .isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("RECEIPT\nreceipt-id:1\n\n\0")).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void aStrokeIsThePayloadSentToItsBoard() {
    String stamp = "17.0.h1.5.6";

    assertThat(server.message(stamp)).isEqualTo(sent(payload.json(USER, stamp)));
  }

  @Test
  void saysGoodByeOnceItIsConnected() {
    server.hears();
    server.closing();
    assertThat(server.hears()).isEmpty();

    join();
    server.closing();
    assertThat(server.hears()).isEqualTo(List.of("DISCONNECT\n\n\0"));
  }
}
