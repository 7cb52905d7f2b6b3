package org.boardbench.protocol.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packets called published are of the specifications of the Engine.IO protocol, version 4, and of
 * the Socket.IO protocol, version 5, on socket.io's pages.
 */
class SocketIoSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);

  /** Published: a handshake, and the answer to a connection to the main namespace. */
  private static final String OPENING =
      "0{\"sid\":\"lv_VI97HAXpY6yYWAAAC\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
          + "\"pingTimeout\":20000,\"maxPayload\":1000000}";

  private static final String CONNECTED = "40{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}";

  private static final String JOIN = "420[\"join\",{\"boardId\":\"b3\",\"userId\":\"u17\"}]";
  private static final String JOINED =
      "430[{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u17\"}]";

  private final StrokePayload payload = new StrokePayload(300);
  private final ScriptedServer server = new ScriptedServer(new SocketIoProtocol(), USER, payload);

  private void join() {
    server.says(OPENING);
    server.says(CONNECTED);
    server.says(JOINED);
    server.hears();
  }

  @Test
  void waitsForTheServersOpeningThenConnectsAndJoinsByAnAcknowledgement() {
    assertThat(server.hears()).isEmpty();
    assertThat(server.says(OPENING)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).containsExactly("40");
    assertThat(server.says(CONNECTED)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).containsExactly(JOIN);
    assertThat(server.says(JOINED)).isEqualTo(Meaning.JOINED);
    assertThat(server.hears()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "430[{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u18\"}]",
        "431[{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u17\"}]",
        "43[{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u17\"}]",
        "430[]",
        "430[{}]",
        "430",
      })
  void anAnswerToSomebodyElseOrToNothingIsNoJoin(String answer) {
    server.says(OPENING);
    server.says(CONNECTED);

    assertThat(server.says(answer)).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says(JOINED)).isEqualTo(Meaning.JOINED);
    assertThat(server.says(JOINED)).as("a second time").isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void anAnswerBeforeTheQuestionIsNoJoin() {
    server.says(OPENING);

    assertThat(server.says(JOINED)).isEqualTo(Meaning.UNKNOWN);
    assertThat(new ScriptedServer(new SocketIoProtocol(), USER, payload).says(CONNECTED))
        .isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aRefusalIsAnErrorWithItsReason() {
    server.says(OPENING);

    // Published: an answer to a connection that is not authorized.
    assertThat(server.says("44{\"message\":\"Not authorized\"}")).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("Not authorized");
    server.says(CONNECTED);
    assertThat(server.says("430[{\"type\":\"error\",\"reason\":\"board is full\"}]"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("board is full");
  }

  @Test
  void errorsOfItsEventsAreErrors() {
    join();

    assertThat(server.says("42[\"error\",{\"type\":\"error\",\"reason\":\"no boardId\"}]"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("no boardId");
    assertThat(server.says("42[\"exception\",{\"status\":\"error\",\"message\":\"boom\"}]"))
        .isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo("boom");
    assertThat(server.says("42[\"error\",7]")).isEqualTo(Meaning.ERROR);
    assertThat(server.says("41")).isEqualTo(Meaning.ERROR);
  }

  @Test
  void aPingIsAnsweredInWhateverState() {
    assertThat(server.says("2")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).containsExactly("3");
    join();
    assertThat(server.says("2")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.hears()).containsExactly("3");
  }

  @Test
  void aServerThatIsSilentForLongerThanItPromisedHasBrokenItsPromise() {
    assertThat(server.keepAlive(100_000, 0, 0)).as("nothing is promised yet").isTrue();
    join();

    assertThat(server.keepAlive(45_000, 0, 45_000)).isTrue();
    assertThat(server.keepAlive(45_001, 0, 45_001)).isFalse();
    assertThat(server.keepAlive(45_001, 1, 0)).isTrue();
  }

  @Test
  void aStrokeIsAnEventOfTheMainNamespace() {
    String stamp = "17.0.h1.5.6";

    assertThat(server.message(stamp)).isEqualTo("42[\"stroke\"," + payload.json(USER, stamp) + "]");
  }

  @Test
  void saysGoodByeAndThenMindsNoEnd() {
    join();
    server.closing();

    assertThat(server.hears()).containsExactly("41");
    assertThat(server.says("41")).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6",
        "1",
        "42[\"users\",3]",
        "42[\"foo\"]",
        "4212[\"foo\"]",
        "42[\"stroke\",{\"by\":1}]"
      })
  void whatOthersMaySayIsNotCounted(String packet) {
    join();

    assertThat(server.says(packet)).isEqualTo(Meaning.HOUSEKEEPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "7",
        "hello",
        "42",
        "42[",
        "42{}",
        "42[7]",
        "42[\"stroke\"]",
        "42[\"stroke\",{\"stamp\":\"17.\"}]",
        "42[\"stroke\",{\"type\":\"stroke\"}]",
        "43[]",
        "47[]",
        "0",
        "0{}",
        "45[\"foo\"]",
        "3",
      })
  void whatIsNoPacketOrADamagedStrokeIsCorrupt(String packet) {
    join();

    assertThat(server.says(packet)).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void anAttachmentIsLawfulWhereItWasAnnouncedAndElseCorrupt() {
    UserSession session = new SocketIoProtocol().session(USER, payload.body(USER));

    assertThat(binary(session)).isEqualTo(Meaning.UNKNOWN);
    // Published: an event with two attachments.
    String announcement =
        "452-[\"baz\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
    assertThat(text(session, announcement)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(binary(session)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(binary(session)).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(binary(session)).isEqualTo(Meaning.UNKNOWN);

    text(session, announcement);
    assertThat(text(session, "42[\"foo\"]")).as("in the place of one").isEqualTo(Meaning.UNKNOWN);
    assertThat(text(session, "42[\"foo\"]")).isEqualTo(Meaning.HOUSEKEEPING);
  }

  private static Meaning binary(UserSession session) {
    return session.received(FrameKind.BINARY, new byte[] {1, 2, 3}, 0, 3, (kind, bytes) -> {});
  }

  private static Meaning text(UserSession session, String packet) {
    byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
    return session.received(FrameKind.TEXT, bytes, 0, bytes.length, (kind, answer) -> {});
  }
}
