package org.boardbench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.host.sampling.Component;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.sut.launch.RunningTarget;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDriverIT {
  private static final String PLAN =
      """
      targets: [board]
      workload: { boards: 1, rate: 20 }
      deadlines: { join: 60s, drain: 60s }
      stages: [ { users: 2, ramp: 200ms, hold: 500ms } ]
      """;

  @TempDir private Path folder;

  @Test
  void whatReachesAUserWhoHasJoinedWithoutKnowingItIsReceivedThoughNotExpected() throws Exception {
    ExperimentPlan plan =
        new PlanReader(Set.of("board")).read("specimen.yaml", PLAN, PlanOverrides.NONE);
    try (HesitantServer server = HesitantServer.begin()) {
      LoadClient.Driven driven =
          new OwnDriver(plan, SocketLoops.best(), RunClock.startingNow(), Optional.empty())
              .drive(server, ClientLoad.of(plan, plan.stages().getFirst()), folder);

      assertThat(driven.users().joined()).hasValue(2);
      assertThat(driven.messages().delivered()).isEqualTo(driven.messages().expected());
      assertThat(driven.receivedInAll()).isEqualTo(OptionalLong.of(server.deliveries.get()));
    }
  }

  /**
   * Its second member is on the board from its join on, and hears of that right before the next
   * message: which had left its sender when nobody knew of that member.
   */
  private static final class HesitantServer extends WebSocketServer implements RunningTarget {
    private final CountDownLatch started = new CountDownLatch(1);
    private final List<WebSocket> members = new ArrayList<>();
    private final Map<WebSocket, String> unanswered = new LinkedHashMap<>();
    private final AtomicLong deliveries = new AtomicLong();

    private HesitantServer() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
      setTcpNoDelay(true);
    }

    static HesitantServer begin() throws InterruptedException {
      HesitantServer server = new HesitantServer();
      server.start();
      server.started.await();
      return server;
    }

    @Override
    public void onMessage(WebSocket client, String text) {
      if (text.contains("\"join\"")) {
        members.add(client);
        unanswered.put(client, text.replace("\"join\"", "\"joined\""));
      }
      if (members.size() == 1 || !text.contains("\"join\"")) {
        unanswered.forEach(WebSocket::send);
        unanswered.clear();
      }
      if (!text.contains("\"join\"")) {
        deliveries.addAndGet(members.size());
        members.forEach(member -> member.send(text));
      }
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket client, Exception e) {}

    @Override
    public Endpoint endpoint() {
      return new Endpoint(URI.create("ws://127.0.0.1:" + getPort() + "/ws"), Map.of());
    }

    @Override
    public List<Component> components() {
      return List.of();
    }

    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public Optional<String> failure() {
      return Optional.empty();
    }

    @Override
    public List<String> lastLines(int count) {
      return List.of();
    }

    @Override
    public void close() {
      try {
        stop(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
