package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.reference.TestClient.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each fault as a receiver sees it, against the server's own count. One sender, one receiver, which
 * is the same client: the first board has nobody else.
 */
@Timeout(600)
class FaultyDeliveryTest {
  private static final int MESSAGES = 60;
  private static final String END = "the end";

  /** What a client got of {@link #MESSAGES} messages, and what the server says it did. */
  private record Outcome(List<Frame> frames, List<Frame> strays, Counts counts) {
    long plain() {
      return frames.stream().filter(frame -> frame.payload().startsWith("{\"type\":\"s")).count();
    }

    long with(String part) {
      return frames.stream().filter(frame -> frame.payload().contains(part)).count();
    }

    List<Integer> numbers() {
      return frames.stream().map(Frame::payload).map(FaultyDeliveryTest::number).toList();
    }
  }

  private static int number(String message) {
    String rest = message.substring(message.indexOf("stamp\":\"") + "stamp\":\"".length());
    return Integer.parseInt(rest.substring(0, rest.indexOf('.')));
  }

  /** Ends with an answer of the server, which no fault touches. */
  private static Outcome outcome(FaultScript script) throws IOException {
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1");
        TestClient stranger = TestClient.joined(server, "b2")) {
      for (int i = 1; i <= MESSAGES; i++) {
        client.publish("b1", i);
      }
      client.send(END);
      List<Frame> frames = client.readUntil("malformed JSON");
      stranger.send(END);
      return new Outcome(frames, stranger.readUntil("malformed JSON"), server.counts());
    }
  }

  @Test
  void withoutFaultsEveryMessageComesOnceAndInOrder() throws Exception {
    Outcome outcome = outcome(FaultScript.none());

    assertThat(outcome.numbers()).isEqualTo(IntStream.rangeClosed(1, MESSAGES).boxed().toList());
    assertThat(outcome.counts().deliveries()).isEqualTo(MESSAGES);
    assertThat(outcome.counts().faults()).isEmpty();
    assertThat(outcome.strays()).isEmpty();
  }

  @Test
  void aDropLeavesOutEveryKth() throws Exception {
    Outcome outcome = outcome(FaultScript.every(7, Fault.DROP));

    assertThat(outcome.counts().done(Fault.DROP)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.numbers())
        .isEqualTo(IntStream.rangeClosed(1, MESSAGES).filter(i -> i % 7 != 0).boxed().toList());
  }

  @Test
  void aDuplicateComesTwice() throws Exception {
    Outcome outcome = outcome(FaultScript.every(7, Fault.DUPLICATE));

    assertThat(outcome.counts().done(Fault.DUPLICATE)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.plain()).isEqualTo(MESSAGES + MESSAGES / 7);
    assertThat(outcome.numbers().subList(5, 9)).containsExactly(6, 7, 7, 8);
  }

  @Test
  void aSwapChangesPlacesWithTheNext() throws Exception {
    Outcome outcome = outcome(FaultScript.every(7, Fault.SWAP));

    assertThat(outcome.counts().done(Fault.SWAP)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.numbers().subList(5, 9)).containsExactly(6, 8, 7, 9);
    assertThat(outcome.plain()).isEqualTo(MESSAGES);
  }

  @Test
  void aSwapWithoutANextMessageIsDeliveredAndNotCounted() throws Exception {
    FaultScript script = FaultScript.every(1, Fault.SWAP).swappedWithin(Duration.ofMillis(1));
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);

      assertThat(number(client.read().payload())).isEqualTo(1);
      assertThat(server.counts().done(Fault.SWAP)).isZero();
    }
  }

  @Test
  void aMisrouteComesToAMemberOfAnotherBoardToo() throws Exception {
    Outcome outcome = outcome(FaultScript.every(7, Fault.MISROUTE));

    assertThat(outcome.counts().done(Fault.MISROUTE)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.strays()).hasSize(MESSAGES / 7);
    assertThat(outcome.plain()).isEqualTo(MESSAGES);
  }

  @Test
  void aMisrouteThatFindsNobodyIsNotCounted() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(1, Fault.MISROUTE));
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);

      assertThat(number(client.read().payload())).isEqualTo(1);
      assertThat(server.counts().faults()).isEmpty();
    }
  }

  @Test
  void aCorruptStampDoesNotBeginWithADigitAndAMessageWithoutStampIsLeftAlone() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(1, Fault.CORRUPT));
        TestClient client = TestClient.joined(server, "b1")) {
      client.send("{\"boardId\":\"b1\",\"stamp\" : \"1.2\"}");
      client.send("{\"boardId\":\"b1\",\"note\":\"1.2\"}");

      assertThat(client.read().payload()).isEqualTo("{\"boardId\":\"b1\",\"stamp\" : \"?.2\"}");
      assertThat(client.read().payload()).isEqualTo("{\"boardId\":\"b1\",\"note\":\"1.2\"}");
      assertThat(server.counts().done(Fault.CORRUPT)).isEqualTo(1);
    }
  }

  @Test
  void aReserializedMessageHasItsFieldsInReverseOrderWithSpaces() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(1, Fault.RESERIALIZE));
        TestClient client = TestClient.joined(server, "b1")) {
      client.send("{\"boardId\":\"b1\",\"a\":[1.5,{\"b\":null}],\"c\":\"\\u0041\"}");

      assertThat(client.read().payload())
          .isEqualTo("{ \"c\" : \"A\" ,\t\"a\" : [1.5,{\"b\":null}] ,\t\"boardId\" : \"b1\"\n}");
      assertThat(server.counts().done(Fault.RESERIALIZE)).isEqualTo(1);
    }
  }

  @Test
  void aFragmentedMessageIsWholeWithAPingInside() throws Exception {
    Outcome outcome = outcome(FaultScript.every(20, Fault.FRAGMENT));
    List<Frame> frames = outcome.frames();

    assertThat(outcome.counts().done(Fault.FRAGMENT)).isEqualTo(3);
    assertThat(frames).hasSize(MESSAGES + 3 * 3);
    assertThat(frames.subList(19, 23))
        .extracting(Frame::firstByte)
        .containsExactly(
            ServerFrames.TEXT,
            ServerFrames.FINAL | ServerFrames.PING,
            ServerFrames.CONTINUATION,
            ServerFrames.FINAL | ServerFrames.CONTINUATION);
    assertThat(frames.get(19).payload() + frames.get(21).payload() + frames.get(22).payload())
        .isEqualTo(TestClient.message("b1", 20, 0));
  }

  @ParameterizedTest
  @CsvSource({"PING, 137, !", "ERROR, 129, out of ink"})
  void somethingElseComesBeforeIt(Fault fault, int firstByte, String payload) throws Exception {
    Outcome outcome = outcome(FaultScript.every(7, fault));

    assertThat(outcome.counts().done(fault)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.plain()).isEqualTo(MESSAGES);
    assertThat(outcome.with(payload)).isEqualTo(MESSAGES / 7);
    assertThat(outcome.frames().get(6).firstByte()).isEqualTo(firstByte);
  }

  @ParameterizedTest
  @CsvSource({"COMPRESS, 193", "NO_UTF8, 129", "GO_AWAY, 136", "HUGE, 129", "GARBAGE, 131"})
  void somethingElseComesInsteadOfIt(Fault fault, int firstByte) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(2, fault));
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);
      client.publish("b1", 2);

      assertThat(client.read().payload()).isEqualTo(TestClient.message("b1", 1, 0));
      assertThat(client.readByte()).isEqualTo(firstByte);
      assertThat(server.counts().done(fault)).isEqualTo(1);
    }
  }

  @Test
  void aCutEndsThatReceiverAloneWithAllThatItGotBefore() throws Exception {
    // Of two members a message makes two deliveries: the fourth is the second member's second.
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(4, Fault.CUT));
        TestClient first = TestClient.joined(server, "b1");
        TestClient second = TestClient.joined(server, "b1")) {
      first.publish("b1", 1);
      first.publish("b1", 2);

      assertThat(second.readToTheEnd()).hasSize(1);
      assertThat(server.counts().done(Fault.CUT)).isEqualTo(1);
      assertThat(server.connections()).isEqualTo(1);

      first.publish("b1", 3);
      assertThat(first.readUntil("\"3.0\"")).hasSize(2);
    }
  }

  @Test
  void aCutOfAllEndsEveryConnectionAndTheBooksKnowHowMany() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(3, Fault.CUT_ALL));
        TestClient first = TestClient.joined(server, "b1");
        TestClient second = TestClient.joined(server, "b1")) {
      first.publish("b1", 1);
      first.publish("b1", 2);

      assertThat(first.readToTheEnd()).hasSize(1);
      assertThat(second.readToTheEnd()).hasSize(1);
      assertThat(server.counts().done(Fault.CUT_ALL)).isEqualTo(1);
      assertThat(server.counts().cut()).isEqualTo(2);
      assertThat(server.counts().messages()).isEqualTo(2);
      assertThat(server.counts().made()).isEqualTo(2);
      assertThat(server.counts().deliveries()).as("the last was not tried any more").isEqualTo(3);
    }
  }

  @Test
  void aJoinThatIsCutIsNotAnsweredAndMakesNobodyAMember() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(2, Fault.CUT_JOIN));
        TestClient member = TestClient.joined(server, "b1");
        TestClient other = TestClient.connect(server)) {
      other.send("{\"type\":\"join\",\"boardId\":\"b1\",\"userId\":\"u\"}");

      assertThat(other.readToTheEnd()).isEmpty();
      member.publish("b1", 1);
      member.read();
      assertThat(server.counts().made()).isEqualTo(1);
      assertThat(server.counts().cut()).isEqualTo(1);
    }
  }

  @Test
  void aSenderWhoIsCutAtItsMessageIsResetAndNobodyGetsThatMessage() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(2, Fault.CUT_WRITE));
        TestClient sender = TestClient.joined(server, "b1");
        TestClient other = TestClient.joined(server, "b1")) {
      sender.publish("b1", 1);
      sender.read();
      sender.publish("b1", 2);

      assertThatThrownBy(sender::readByte).isInstanceOf(SocketException.class);
      assertThat(server.counts().cut()).isEqualTo(1);
      other.publish("b1", 3);
      assertThat(other.readUntil("\"3.0\"")).hasSize(1);
      assertThat(server.counts().messages()).isEqualTo(3);
      assertThat(server.counts().made()).isEqualTo(3);
    }
  }

  @Test
  void aTrickledMessageIsWholeAndSoIsWhatWaitsBehindIt() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(3, Fault.TRICKLE));
        TestClient client = TestClient.joined(server, "b1")) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 1; i <= 7; i++) {
        client.publish("b1", i);
      }
      for (int i = 1; i <= 7; i++) {
        numbers.add(number(client.read().payload()));
      }

      assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7);
      assertThat(server.counts().done(Fault.TRICKLE)).isEqualTo(2);
    }
  }
}
