package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of time. What the server says it kept is checked from outside: it cannot be more. */
@Timeout(600)
class DelayTest {
  @ParameterizedTest
  @CsvSource({"0, WAIT", "20, WAIT", "20, SPIN"})
  void aDelayedDeliveryIsKeptForItsTimeAndTheRecordIsTrue(int delayMs, ServerSettings.Poll poll)
      throws Exception {
    FaultScript script = FaultScript.every(2, Fault.DELAY).delayedBy(Duration.ofMillis(delayMs));
    try (ReferenceServer server =
            ReferenceServer.start(new ServerSettings(0, script, poll, line -> {}));
        TestClient client = TestClient.joined(server, "b1")) {
      long longestNs = 0;
      for (int i = 1; i <= 10; i++) {
        long sentNs = System.nanoTime();
        client.publish("b1", i);
        client.read();
        longestNs = i % 2 == 0 ? Math.max(longestNs, System.nanoTime() - sentNs) : longestNs;
      }
      Counts counts = server.counts();

      assertThat(counts.done(Fault.DELAY)).isEqualTo(5);
      assertThat(counts.held().count()).isEqualTo(5);
      assertThat(counts.held().p50()).isGreaterThanOrEqualTo(delayMs * 1_000_000L);
      assertThat(counts.held().p99()).isGreaterThanOrEqualTo(counts.held().p50());
      // What is recorded has three digits.
      assertThat(counts.held().max()).isBetween(counts.held().p99(), longestNs * 1001 / 1000);
    }
  }

  /** The last burst needs more room than there is, when the first is not at its beginning. */
  @Test
  void burstsOfDelayedDeliveriesKeepTheirOrderAndTheirTimes() throws Exception {
    FaultScript script = FaultScript.every(1, Fault.DELAY).delayedBy(Duration.ofMillis(20));
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      for (int burst : new int[] {700, 700, 700, 700, 700, 1500}) {
        byte[][] frames = new byte[burst][];
        Arrays.setAll(frames, i -> TestClient.text(TestClient.message("b1", i, 0)));
        server.resetCounts();
        long startNs = System.nanoTime();
        client.sendTogether(frames);
        for (int i = 0; i < burst; i++) {
          assertThat(client.read().payload()).isEqualTo(TestClient.message("b1", i, 0));
        }
        long tookNs = System.nanoTime() - startNs;

        assertThat(server.counts().held().count()).isEqualTo(burst);
        assertThat(server.counts().held().max()).isLessThanOrEqualTo(tookNs * 1001 / 1000);
      }
    }
  }

  @Test
  void othersOvertakeADelayedDelivery() throws Exception {
    FaultScript script = FaultScript.every(2, Fault.DELAY).delayedBy(Duration.ofMillis(200));
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      client.sendTogether(
          TestClient.text(TestClient.message("b1", 1, 0)),
          TestClient.text(TestClient.message("b1", 2, 0)),
          TestClient.text(TestClient.message("b1", 3, 0)));

      assertThat(client.readUntil("\"2.0\"")).hasSize(2);
    }
  }

  @Test
  void aDelayedDeliveryToOneWhoHasLeftIsNotRecorded() throws Exception {
    FaultScript script = FaultScript.every(1, Fault.DELAY).delayedBy(Duration.ZERO);
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient stays = TestClient.joined(server, "b1");
        TestClient leaves = TestClient.joined(server, "b1")) {
      leaves.sendTogether(
          TestClient.text(TestClient.message("b1", 1, 0)),
          TestClient.frame(ServerFrames.FINAL | ServerFrames.CLOSE, new byte[] {0x3, (byte) 0xe8}));
      stays.read();

      assertThat(server.counts().done(Fault.DELAY)).isEqualTo(2);
      assertThat(server.counts().held().count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aStallHoldsUpEverything(boolean atDelivery) throws Exception {
    When when = atDelivery ? new When.Every(1) : new When.Once(Duration.ZERO);
    Duration stall = Duration.ofMillis(100);
    FaultScript script = FaultScript.none().with(Fault.STALL, when).stalledFor(stall);
    long startNs = System.nanoTime();
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      client.publish("b1", 1);
      client.read();

      assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(stall.toNanos());
      assertThat(server.counts().done(Fault.STALL)).isEqualTo(1);
    }
  }

  @Test
  void aFaultWithATimeComesOnce() throws Exception {
    FaultScript script = FaultScript.none().with(Fault.DROP, new When.Once(Duration.ZERO));
    try (ReferenceServer server = ReferenceServer.start(script);
        TestClient client = TestClient.joined(server, "b1")) {
      for (int i = 1; i <= 5; i++) {
        client.publish("b1", i);
      }

      assertThat(client.readUntil("\"5.0\"")).hasSize(3);
      assertThat(server.counts().done(Fault.DROP)).isEqualTo(1);
    }
  }
}
