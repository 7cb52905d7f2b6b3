package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class AllocationTest {
  private static final int MESSAGES = 300;

  /** What a message costs is the same for any number of members, so the difference is theirs. */
  @Test
  void aDeliveryAllocatesNothing() throws Exception {
    bytesFor(10); // what is allocated once
    long few = bytesFor(10);
    long many = bytesFor(110);

    assertThat(many - few).isLessThan(100L * MESSAGES);
  }

  /** What the server's thread allocates for {@link #MESSAGES} messages to so many members. */
  private static long bytesFor(int members) throws IOException {
    List<TestClient> clients = new ArrayList<>();
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none())) {
      for (int i = 0; i < members; i++) {
        clients.add(TestClient.joined(server, "b1"));
      }
      publish(clients, MESSAGES / 10);
      long before = allocated();
      publish(clients, MESSAGES);
      return allocated() - before;
    } finally {
      for (TestClient client : clients) {
        client.close();
      }
    }
  }

  private static void publish(List<TestClient> clients, int messages) throws IOException {
    for (int i = 0; i < messages; i++) {
      clients.getFirst().publish("b1", i);
      for (TestClient client : clients) {
        client.read();
      }
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("reference-server"))
        .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.threadId()))
        .sum();
  }
}
