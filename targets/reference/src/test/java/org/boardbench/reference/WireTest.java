package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.reference.TestClient.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract test of all targets does not look at. */
@Timeout(600)
class WireTest {
  private static final String END = "no JSON";
  private static final String REFUSED = "malformed JSON";

  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());

  @Test
  void aMemberGetsNothingOfWhatWasPublishedBeforeItsJoinInTheSameIteration() throws Exception {
    try (server;
        TestClient first = TestClient.joined(server, "b1");
        TestClient second = TestClient.connect(server)) {
      second.sendTogether(
          TestClient.text(TestClient.message("b1", 1, 0)),
          TestClient.text("{\"type\":\"join\",\"boardId\":\"b1\",\"userId\":\"u2\"}"),
          TestClient.text(TestClient.message("b1", 2, 0)));

      assertThat(first.readUntil("\"2.0\"")).hasSize(1);
      assertThat(second.readUntil("\"2.0\""))
          .extracting(Frame::payload)
          .containsExactly("{\"type\":\"joined\",\"boardId\":\"b1\",\"userId\":\"u2\"}");
      assertThat(server.counts().deliveries()).isEqualTo(3);
    }
  }

  @Test
  void joiningTwiceDoesNotDeliverTwice() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1").join("b1").join("b2")) {
      client.publish("b1", 1);
      client.publish("b2", 2);

      assertThat(client.readUntil("\"2.0\"")).hasSize(1);
    }
  }

  @Test
  void manyMessagesInOneIterationArriveInOrderThoughTheyAreMoreThanABatch() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      byte[][] frames = new byte[200][];
      for (int i = 0; i < frames.length; i++) {
        frames[i] = TestClient.text(TestClient.message("b1", i, i % 50 == 0 ? 60_000 : 300));
      }
      Thread.ofVirtual().start(() -> sendQuietly(client, frames));

      for (int i = 0; i < frames.length; i++) {
        assertThat(client.read().payload()).contains("\"stamp\":\"" + i + ".0\"");
      }
    }
  }

  /** More than the server's buffer for a board takes. */
  @Test
  void largeMessagesOfManyInOneIterationAllArrive() throws Exception {
    int senders = 8;
    List<TestClient> clients = new ArrayList<>();
    try (server) {
      for (int i = 0; i < senders; i++) {
        clients.add(TestClient.joined(server, "b1"));
      }
      server.read(false);
      for (int i = 0; i < senders; i++) {
        clients.get(i).send(TestClient.message("b1", i, 60_000));
      }
      server.read(true);
      for (TestClient client : clients) {
        Set<String> got = new HashSet<>();
        for (int i = 0; i < senders; i++) {
          got.add(client.read().payload());
        }
        assertThat(got).hasSize(senders);
      }
    } finally {
      for (TestClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void aMemberThatHasLeftIsNotCounted() throws Exception {
    try (server;
        TestClient stays = TestClient.joined(server, "b1")) {
      try (TestClient leaves = TestClient.joined(server, "b1")) {
        leaves.sendBytes(TestClient.frame(ServerFrames.FINAL | ServerFrames.CLOSE, new byte[0]));
        leaves.readToTheEnd();
      }
      stays.publish("b1", 1);
      stays.read();

      assertThat(server.counts().deliveries()).isEqualTo(1);
    }
  }

  @Test
  void aTextInAnyScriptComesBack() throws Exception {
    String text = "{\"boardId\":\"b1\",\"text\":\"é 한글 😀\"}";
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.send(text);

      assertThat(client.read().payload()).isEqualTo(text);
    }
  }

  private static void sendQuietly(TestClient client, byte[]... frames) {
    try {
      client.sendTogether(frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void idsWithQuotesComeBackAsJson() throws Exception {
    try (server;
        TestClient client = TestClient.connect(server)) {
      client.send("{\"userId\":\"\\n\",\"boardId\":\"\\\"b\\\"\",\"type\":\"join\"}");

      assertThat(client.read().payload())
          .isEqualTo("{\"type\":\"joined\",\"boardId\":\"\\\"b\\\"\",\"userId\":\"\\n\"}");
    }
  }

  @Test
  void aMessageInFragmentsWithAPingBetweenIsWhole() throws Exception {
    String text = TestClient.message("b1", 1, 0);
    byte[] start = text.substring(0, 20).getBytes(StandardCharsets.UTF_8);
    byte[] rest = text.substring(20).getBytes(StandardCharsets.UTF_8);
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendTogether(
          TestClient.frame(ServerFrames.TEXT, start),
          TestClient.frame(ServerFrames.FINAL | ServerFrames.PING, new byte[] {'?'}),
          TestClient.frame(ServerFrames.FINAL | ServerFrames.CONTINUATION, rest));

      Frame pong = new Frame(ServerFrames.FINAL | ServerFrames.PONG, "?");
      Frame message = new Frame(ServerFrames.FINAL | ServerFrames.TEXT, text);
      assertThat(List.of(client.read(), client.read())).containsExactly(pong, message);
    }
  }

  @Test
  void bytesThatComeOneByOneAreTheSameMessage() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      for (byte b : TestClient.text(TestClient.message("b1", 1, 0))) {
        client.sendBytes(new byte[] {b});
      }

      assertThat(client.read().payload()).isEqualTo(TestClient.message("b1", 1, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0xC1, 1002", // RSV1
    "0x83, 1002", // an opcode that means nothing
    "0x80, 1002", // a continuation of nothing
    "0x09, 1002", // a ping in fragments
  })
  void aFrameThatTheRfcForbidsClosesItsConnectionAlone(int firstByte, int status) throws Exception {
    try (server;
        TestClient member = TestClient.joined(server, "b1");
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendBytes(TestClient.frame(firstByte, new byte[] {'x'}));

      assertThat(client.readToTheEnd().getLast()).isEqualTo(closing(status));
      member.send(END);
      assertThat(member.readUntil(REFUSED)).isEmpty();
    }
  }

  @Test
  void aTextThatIsNotUtf8ReachesNobody() throws Exception {
    byte[] payload = TestClient.message("b1", 1, 0).getBytes(StandardCharsets.ISO_8859_1);
    payload[payload.length - 3] = (byte) 0xe9;
    try (server;
        TestClient member = TestClient.joined(server, "b1");
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendBytes(TestClient.frame(ServerFrames.FINAL | ServerFrames.TEXT, payload));

      assertThat(client.readToTheEnd().getLast()).isEqualTo(closing(1007));
      member.send(END);
      assertThat(member.readUntil(REFUSED)).isEmpty();
    }
  }

  @Test
  void aFrameWithoutMaskClosesItsConnection() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendBytes(ServerFrames.text(TestClient.message("b1", 1, 0)));

      assertThat(client.readToTheEnd().getLast()).isEqualTo(closing(1002));
    }
  }

  @Test
  void fragmentsOver64KiBTogetherCloseTheirConnection() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendBytes(TestClient.frame(ServerFrames.TEXT, new byte[40_000]));
      client.sendBytes(TestClient.frame(ServerFrames.CONTINUATION, new byte[40_000]));

      assertThat(client.readToTheEnd().getLast()).isEqualTo(closing(1009));
    }
  }

  @Test
  void aCloseIsAnsweredWithItsOwnStatus() throws Exception {
    byte[] status = ByteBuffer.allocate(2).putShort((short) 1000).array();
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendBytes(TestClient.frame(ServerFrames.FINAL | ServerFrames.CLOSE, status));

      assertThat(client.readToTheEnd()).containsExactly(closing(1000));
    }
  }

  private static Frame closing(int status) {
    byte[] payload = ByteBuffer.allocate(2).putShort((short) status).array();
    return new Frame(
        ServerFrames.FINAL | ServerFrames.CLOSE, new String(payload, StandardCharsets.UTF_8));
  }

  @Test
  void theCountsOfAServerThatHasEndedCanStillBeAsked() throws Exception {
    try (server;
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);
      client.read();
    }
    server.close();

    assertThat(server.counts().deliveries()).isEqualTo(1);
    assertThat(server.connections()).isZero();
  }
}
