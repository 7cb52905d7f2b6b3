package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class SlowReaderTest {
  private static final int BYTES = 60_000;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final ReferenceServer server =
      ReferenceServer.start(
          new ServerSettings(0, FaultScript.none(), ServerSettings.Poll.WAIT, log::add));

  @Test
  void aReaderThatLeavesMoreThanItsBoundUnreadIsCutAndNobodyElseWaits() throws Exception {
    try (server;
        TestClient sender = TestClient.joined(server, "b1")) {
      int sent = sendUntilASlowReaderIsCut(sender);

      assertThat((long) sent * BYTES).isGreaterThan(Outbox.LIMIT);
      assertThat(log).containsExactly("connection 2 cut: over 1 MiB unread");
    }
  }

  /** Returns how many messages it took: the kernel's buffers and the bound full. */
  private int sendUntilASlowReaderIsCut(TestClient sender) throws IOException {
    try (TestClient slow = TestClient.slow(server).join("b1")) {
      int sent = 0;
      while (server.connections() == 2) {
        sent++;
        send(sender, sent);
      }
      assertThat(slow.readToTheEnd()).hasSizeLessThan(sent);
      return sent;
    }
  }

  private static void send(TestClient sender, int number) throws IOException {
    String text = TestClient.message("b1", number, BYTES);
    sender.send(text);
    assertThat(sender.read().payload()).isEqualTo(text);
  }

  @Test
  void aReaderThatIsLateGetsEverythingInOrder() throws Exception {
    try (server;
        TestClient sender = TestClient.joined(server, "b1")) {
      // Half of the bound is left, so that the server has to keep something.
      int messages = sendUntilASlowReaderIsCut(sender) - Outbox.LIMIT / 2 / BYTES;
      try (TestClient late = TestClient.slow(server).join("b1")) {
        for (int i = 1; i <= messages; i++) {
          send(sender, i);
        }
        for (int i = 1; i <= messages; i++) {
          assertThat(late.read().payload()).isEqualTo(TestClient.message("b1", i, BYTES));
        }
        sender.publish("b1", 0);
        assertThat(late.read().payload()).isEqualTo(TestClient.message("b1", 0, 0));
        assertThat(log).hasSize(1);
      }
    }
  }
}
