package org.boardbench.clients.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.junit.Patience;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocols;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.Test;

class SentinelsIT {
  private static final String PLAN =
      """
      targets: [board]
      workload: { boards: 2 }
      deadlines: { join: 60s }
      stages: [ { users: 2, hold: 1s } ]
      """;
  private static final int MESSAGES = 40;

  private final EpochClock clock = EpochClock.startingNow();

  @Test
  void theySeeEveryMessageOfEveryBoardAndNoneBeforeItWasSent() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        Sentinels sentinels = join(server)) {
      long fromNs = clock.nowNs();
      publish(server);
      Patience.await("all messages", () -> total(sentinels) == MESSAGES);
      Sentinels.Sight sight = sentinels.sight(fromNs - 1_000_000, clock.nowNs() + 1_000_000);

      assertThat(sight.seen()).isEqualTo(MESSAGES);
      assertThat(sight.delivery().maxNs()).isPositive();
      assertThat(sentinels.sight(0, fromNs - 1_000_000).seen()).isZero();
    }
  }

  @Test
  void whatAServerDropsTheyMiss() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(4, Fault.DROP));
        Sentinels sentinels = join(server)) {
      publish(server);
      int dropped = MESSAGES / 4;
      Patience.await("all but the dropped", () -> total(sentinels) == MESSAGES - dropped);

      assertThat(server.counts().done(Fault.DROP)).isEqualTo(dropped);
    }
  }

  @Test
  void oneThatIsThrownOutCanTellNothingAnyMore() throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.every(4, Fault.CUT));
        Sentinels sentinels = join(server)) {
      publish(server);

      Patience.await("the cut", () -> !isWatching(sentinels));
      assertThatThrownBy(() -> sentinels.sight(0, 1))
          .isInstanceOf(ClientFailure.class)
          .hasMessageStartingWith("a sentinel lost its connection: ");
    }
  }

  private Sentinels join(ReferenceServer server) throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("board")).read("specimen.yaml", PLAN, PlanOverrides.NONE);
    return Sentinels.join(
        plan, new Endpoint(server.uri(), Map.of()), Protocols.usual(), SocketLoops.best(), clock);
  }

  /** From a user who has joined no board, so that the sentinels are all the members. */
  private void publish(ReferenceServer server) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket socket =
          http.newWebSocketBuilder()
              .connectTimeout(Duration.ofSeconds(60))
              .buildAsync(server.uri(), new WebSocket.Listener() {})
              .join();
      for (int number = 0; number < MESSAGES; number++) {
        double sentMs = clock.epoch().toEpochMilli() + clock.nowNs() / 1e6;
        String text =
            "{\"type\":\"stroke\",\"boardId\":\"b%d\",\"userId\":\"u0\",\"seq\":%d,\"sentMs\":%.0f}"
                .formatted(number % 2, number, sentMs);
        socket.sendText(text, true).join();
      }
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      http.shutdownNow();
    }
  }

  private static long total(Sentinels sentinels) {
    try {
      return sentinels.sight(0, 1).total();
    } catch (ClientFailure e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isWatching(Sentinels sentinels) {
    try {
      sentinels.sight(0, 1);
      return true;
    } catch (ClientFailure e) {
      return false;
    }
  }
}
