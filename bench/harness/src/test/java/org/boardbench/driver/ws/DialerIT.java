package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.DriverScene;
import org.boardbench.driver.io.KindsOfLoop;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.junit.Patience;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Handshake;
import org.boardbench.reference.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections to hosts with several addresses, on every loop. */
@Timeout(600)
@ParameterizedClass
@MethodSource("kindsOfLoop")
class DialerIT {
  private final RunClock clock = RunClock.startingNow();
  private final SocketLoops loops;

  DialerIT(SocketLoops loops) {
    this.loops = loops;
  }

  static Stream<SocketLoops> kindsOfLoop() {
    return KindsOfLoop.here();
  }

  private Dialer dialer(URI uri, String... addresses) {
    return dialer(new Endpoint(uri, Map.of()), addresses);
  }

  private Dialer dialer(Endpoint endpoint, String... addresses) {
    return new Dialer(
        endpoint,
        ServerTrust.asTheJvm(),
        clock,
        Dialer.FEW,
        host -> {
          assertThat(host).isEqualTo("board.example");
          return Arrays.stream(addresses).map(DialerIT::address).toArray(InetAddress[]::new);
        });
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String outcome(Dialer dialer) throws InterruptedException {
    return outcome(dialer, Handshake.PLAIN);
  }

  private String outcome(Dialer dialer, Handshake handshake) throws InterruptedException {
    Outcome outcome = new Outcome();
    try (SocketLoop loop = loops.start("dialer", clock, SocketLoop.Agenda.NOTHING)) {
      loop.execute(() -> dialer.dial(loop, outcome, handshake));
      return outcome.events.poll(Patience.TIME.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Test
  void anAddressThatRefusesIsFollowedByTheNext() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create("ws://board.example:" + scene.server.port() + "/ws");
      Dialer dialer = dialer(uri, "127.0.0.2", "127.0.0.3", "127.0.0.1");

      assertThat(outcome(dialer)).isEqualTo("opened");
      assertThat(outcome(dialer)).as("where the last one came through").isEqualTo("opened");
      assertThat(scene.server.requests().getFirst())
          .contains("Host: board.example:" + scene.server.port());
    }
  }

  @Test
  void aHostWhoseEveryAddressRefusesFailsOnce() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create("ws://board.example:" + scene.server.port() + "/ws");

      assertThat(outcome(dialer(uri, "127.0.0.2", "127.0.0.3"))).isEqualTo("connection refused");
    }
  }

  @Test
  void userInfoGoesWithTheHandshake() throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create("ws://me:a+b%40c@board.example:" + scene.server.port() + "/ws/ü?t=1");

      assertThat(outcome(dialer(uri, "127.0.0.1"))).isEqualTo("opened");
      assertThat(scene.server.requests().getFirst())
          .startsWith("GET /ws/%C3%BC?t=1 HTTP/1.1\r\n")
          .contains("Authorization: Basic bWU6YStiQGM=");
    }
  }

  @Test
  void whatTheProtocolAsksForGoesWithTheHandshakeAndTheServersOwnHeadersReplaceIt()
      throws Exception {
    try (DriverScene scene = new DriverScene(FaultScript.none())) {
      URI uri = URI.create("ws://board.example:" + scene.server.port() + "/ws?token=x");
      Endpoint endpoint = new Endpoint(uri, Map.of("Origin", "https://own.example"));
      Handshake handshake =
          new Handshake(
              "/websocket",
              Map.of("vsn", "2.0.0"),
              Optional.of("boards"),
              Map.of("Origin", "https://usual.example", "X-Client", "whiteboard"));

      assertThat(outcome(dialer(endpoint, "127.0.0.1"), handshake)).isEqualTo("opened");
      assertThat(scene.server.requests().getFirst())
          .startsWith("GET /ws/websocket?token=x&vsn=2.0.0 HTTP/1.1\r\n")
          .contains("Sec-WebSocket-Protocol: boards", "X-Client: whiteboard")
          .contains("Origin: https://own.example")
          .doesNotContain("usual.example");
    }
  }

  private static final class Outcome implements Connection.Listener {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void opened() {
      events.add("opened");
    }

    @Override
    public void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs) {}

    @Override
    public void flushed() {}

    @Override
    public void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs) {}

    @Override
    public void wrote(long bytes, long sentNs) {}

    @Override
    public void ended(String reason) {
      events.add(reason);
    }
  }
}
