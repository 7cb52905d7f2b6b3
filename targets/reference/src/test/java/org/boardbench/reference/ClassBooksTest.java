package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server did with the messages of each class, which add up to what it did with all. */
@Timeout(600)
class ClassBooksTest {
  private static final int MESSAGES = 70;
  private static final String END = "no JSON";

  private static String message(int number, String messageClass) {
    return "{\"type\":\"stroke\",\"boardId\":\"b1\",\"stamp\":\"%d.%d.h1%s.5.6\"}"
        .formatted(number, number, messageClass);
  }

  /** Of every three messages the last one is of class c. */
  private static Counts counts(FaultScript script) throws IOException {
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1");
        TestClient stranger = TestClient.joined(server, "b2")) {
      for (int i = 1; i <= MESSAGES; i++) {
        client.send(message(i, i % 3 == 0 ? "c" : ""));
      }
      client.send(END);
      client.readUntil("malformed JSON");
      stranger.send(END);
      stranger.readUntil("malformed JSON");
      return server.counts();
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DROP",
        "DUPLICATE",
        "SWAP",
        "MISROUTE",
        "CORRUPT",
        "DELAY",
        "RESERIALIZE",
        "FRAGMENT",
        "PING",
        "ERROR"
      })
  void aFaultIsInTheBookOfTheClassOfTheMessageThatItBefalls(Fault fault) throws Exception {
    Counts counts = counts(FaultScript.every(7, fault));

    assertThat(counts.classes()).containsOnlyKeys("-", "c");
    assertThat(counts.ofClass("c").messages()).isEqualTo(MESSAGES / 3);
    assertThat(counts.ofClass("c").deliveries()).isEqualTo(MESSAGES / 3);
    assertThat(counts.ofClass("-").messages()).isEqualTo(MESSAGES - MESSAGES / 3);
    assertThat(counts.ofClass("c").done(fault)).as("21, 42 and 63").isEqualTo(3);
    assertThat(counts.ofClass("-").done(fault)).isEqualTo(counts.done(fault) - 3).isPositive();
    assertThat(counts.ofClass("c").made() + counts.ofClass("-").made()).isEqualTo(counts.made());
  }

  @Test
  void withoutFaultsBothClassesHaveWhatTheyWouldDeliver() throws Exception {
    Counts counts = counts(FaultScript.none());

    assertThat(counts.ofClass("c").made()).isEqualTo(counts.ofClass("c").deliveries());
    assertThat(counts.ofClass("-").made()).isEqualTo(counts.ofClass("-").deliveries());
    assertThat(counts.ofClass("-").deliveries() + counts.ofClass("c").deliveries())
        .isEqualTo(counts.deliveries());
  }

  @Test
  void aClassThatNobodyHasSentIsEmpty() {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      assertThat(server.counts().classes()).isEmpty();
      assertThat(server.counts().ofClass("t").messages()).isZero();
    }
  }
}
