package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.boardbench.reference.TestClient.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowReaderTest {
  private static final int BYTES = 60_000;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final ReferenceServer server =
      ReferenceServer.start(
          new ServerSettings(0, FaultScript.none(), ServerSettings.Poll.WAIT, log::add));

  @Test
  void aReaderThatLeavesMoreThanItsBoundUnreadIsCutAndNobodyElseWaits() throws Exception {
    try (server;
        TestClient slow = TestClient.slow(server).join("b1");
        TestClient sender = TestClient.joined(server, "b1")) {
      int sent = 0;
      while (server.connections() == 2) {
        sent++;
        sender.send(TestClient.message("b1", sent, BYTES));
        assertThat(sender.read().payload()).contains("\"" + sent + ".0\"");
      }

      assertThat((long) sent * BYTES).isGreaterThan(Outbox.LIMIT);
      assertThat(slow.readToTheEnd()).hasSizeLessThan(sent);
      assertThat(log).containsExactly("connection 1 cut: over 1 MiB unread");
    }
  }

  @Test
  void aReaderThatIsLateGetsEverythingInOrder() throws Exception {
    try (server;
        TestClient slow = TestClient.slow(server).join("b1");
        TestClient sender = TestClient.joined(server, "b1")) {
      // More than a window of 4 KiB and less than the bound.
      int messages = Outbox.LIMIT / BYTES - 1;
      for (int i = 1; i <= messages; i++) {
        sender.send(TestClient.message("b1", i, BYTES));
        sender.read();
      }
      for (int i = 1; i <= messages; i++) {
        assertThat(slow.read().payload()).isEqualTo(TestClient.message("b1", i, BYTES));
      }
      sender.publish("b1", 0);
      assertThat(slow.read())
          .isEqualTo(
              new Frame(ServerFrames.FINAL | ServerFrames.TEXT, TestClient.message("b1", 0, 0)));
      assertThat(log).isEmpty();
    }
  }
}
