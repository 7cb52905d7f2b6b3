package org.boardbench.driver.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import org.boardbench.driver.ws.ServerKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A transport without sockets and without threads of its own: the test says what happens when. */
@Timeout(600)
class TlsTransportTest {
  /** Costs nothing when all is well. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static ServerKey key;

  private final Queue<Runnable> computing = new ArrayDeque<>();
  private final HandLoop loop = new HandLoop();
  private final Wire wire = new Wire();
  private final Hearer above = new Hearer();

  @BeforeAll
  static void makeCertificate() throws Exception {
    key = ServerKey.selfSigned(folder, "ip:127.0.0.1");
  }

  /** Takes every certificate once it may. */
  private record Trust(CountDownLatch gate) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static SSLEngine engine(boolean client, String version, CountDownLatch gate)
      throws Exception {
    SSLEngine engine = key.tls(new Trust(gate)).createSSLEngine();
    engine.setUseClientMode(client);
    engine.setEnabledProtocols(new String[] {version});
    return engine;
  }

  /** What others ask the loop's thread to do waits until the test has it done. */
  private static final class HandLoop implements SocketLoop {
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
      asked.add(task);
    }

    void doAsked() {
      for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
        next.run();
      }
    }

    @Override
    public Transport connect(
        Optional<InetAddress> from, InetSocketAddress to, Transport.Listener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void compareClocks() {}

    @Override
    public Throwable failure() {
      return null;
    }

    @Override
    public void close() {}
  }

  /** The transport below: keeps what is written for the server. */
  private static final class Wire implements Transport {
    private final ByteBuffer written = ByteBuffer.allocate(1 << 20);
    private boolean closed;

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
      if (closed) {
        throw new IOException("closed");
      }
      written.put(bytes);
      return true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Writes down what it hears. */
  private static final class Hearer implements Transport.Listener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void connected() {
      events.add("connected");
    }

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      events.add(UTF_8.decode(bytes) + " at " + receivedNs + " read " + readNs);
    }

    @Override
    public void writable() {
      events.add("writable");
    }

    @Override
    public void ended(String reason) {
      events.add("ended " + reason);
    }
  }

  /** The other side of the wire. */
  private final class Server {
    private final SSLEngine engine;
    private final ByteBuffer out = ByteBuffer.allocate(1 << 20);
    private final ByteBuffer plain = ByteBuffer.allocate(1 << 16);

    Server(SSLEngine engine) throws SSLException {
      this.engine = engine;
      engine.beginHandshake();
    }

    /** Takes all that was written, and says what it has to say to that. */
    void answer() throws SSLException {
      wire.written.flip();
      boolean goesOn = true;
      while (goesOn) {
        HandshakeStatus status = engine.getHandshakeStatus();
        goesOn =
            switch (status) {
              case NEED_TASK -> {
                engine.getDelegatedTask().run();
                yield true;
              }
              case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out).bytesProduced() > 0;
              default -> engine.unwrap(wire.written, plain).bytesConsumed() > 0;
            };
      }
      wire.written.compact();
    }

    void say(String text) throws SSLException {
      engine.wrap(ByteBuffer.wrap(text.getBytes(UTF_8)), out);
    }

    /** What it has said since it was last asked. */
    ByteBuffer said() {
      byte[] bytes = new byte[out.flip().remaining()];
      out.get(bytes);
      out.clear();
      return ByteBuffer.wrap(bytes);
    }

    String heard() {
      String text = UTF_8.decode(plain.flip()).toString();
      plain.clear();
      return text;
    }
  }

  private TlsTransport transport(SSLEngine engine, Executor tasks) {
    TlsTransport transport = new TlsTransport(engine, loop, tasks, above);
    transport.attach(wire);
    return transport;
  }

  private static CountDownLatch open() {
    return new CountDownLatch(0);
  }

  private void compute() {
    for (Runnable next = computing.poll(); next != null; next = computing.poll()) {
      next.run();
      loop.doAsked();
    }
  }

  /** Both sides talk until neither has anything more to say. */
  private void shakeHands(TlsTransport transport, Server server) throws SSLException {
    compute();
    do {
      server.answer();
      ByteBuffer said = server.said();
      transport.received(said, 1, 2);
      compute();
    } while (wire.written.position() > 0);
  }

  @Test
  void theLoopComputesNothingOfTheHandshakeItself() throws Exception {
    TlsTransport transport = transport(engine(true, "TLSv1.3", open()), computing::add);
    Server server = new Server(engine(false, "TLSv1.3", open()));

    transport.connected();
    assertThat(wire.written.position()).as("keys are not made yet").isZero();
    compute();
    assertThat(wire.written.position()).as("the first message is out").isPositive();

    server.answer();
    transport.received(server.said(), 1, 2);
    assertThat(above.events).as("the server's certificate is not looked at yet").isEmpty();
    compute();
    assertThat(above.events).containsExactly("connected");
  }

  @Test
  void whatComesDuringTheComputingIsHandedOnAfterItWithItsTime() throws Exception {
    TlsTransport transport = transport(engine(true, "TLSv1.3", open()), computing::add);
    Server server = new Server(engine(false, "TLSv1.3", open()));
    transport.connected();
    compute();
    server.answer();
    ByteBuffer flight = server.said();
    int half = flight.remaining() / 2;
    transport.received(flight.slice(0, half), 1, 2);
    transport.received(flight.slice(half, flight.remaining() - half), 3, 4);
    compute();
    assertThat(above.events).containsExactly("connected");

    shakeHands(transport, server);
    server.say("first");
    transport.received(server.said(), 5, 6);
    assertThat(above.events).containsExactly("connected", "first at 5 read 6");
  }

  @Test
  void nothingWaitsForAComputingThatTakesItsTime() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<FutureTask<Void>> started = new ArrayList<>();
    Executor threads =
        task -> {
          FutureTask<Void> future = new FutureTask<>(task, null);
          started.add(future);
          Thread.ofPlatform().daemon().start(future);
        };
    TlsTransport transport = transport(engine(true, "TLSv1.3", gate), threads);
    Server server = new Server(engine(false, "TLSv1.3", open()));
    transport.connected();
    started.getLast().get();
    loop.doAsked();
    server.answer();
    transport.received(server.said(), 1, 2);

    // The trust manager holds the engine now, and who touches it waits until the gate opens.
    try {
      assertTimeoutPreemptively(
          PATIENCE,
          () -> {
            transport.received(ByteBuffer.wrap(new byte[] {1}), 3, 4);
            transport.writable();
            assertThat(transport.takeWaiting()).as("the driver has something to do still").isTrue();
            assertThat(transport.write(ByteBuffer.wrap(new byte[] {1}))).isFalse();
            transport.ended(Transport.END_OF_STREAM);
            transport.close();
          });
    } finally {
      gate.countDown();
    }
    assertThat(wire.closed).isTrue();
    started.getLast().get();
    loop.doAsked();
    assertThat(above.events).as("who has closed hears no more").isEmpty();
  }

  @Test
  void anEndDuringTheComputingIsHeardAfterWhatCameBeforeIt() throws Exception {
    TlsTransport transport = transport(engine(true, "TLSv1.3", open()), computing::add);
    Server server = new Server(engine(false, "TLSv1.3", open()));
    transport.connected();
    compute();
    server.answer();
    transport.received(server.said(), 1, 2);
    transport.ended(Transport.END_OF_STREAM);
    assertThat(above.events).isEmpty();
    compute();
    assertThat(above.events).containsExactly("connected", "ended " + Transport.END_OF_STREAM);
    assertThat(wire.closed).isTrue();
  }

  @Test
  void aWriteDuringALaterComputingGoesOutAfterIt() throws Exception {
    TlsTransport transport = transport(engine(true, "TLSv1.2", open()), computing::add);
    Server server = new Server(engine(false, "TLSv1.2", open()));
    transport.connected();
    shakeHands(transport, server);
    assertThat(above.events).containsExactly("connected");

    // The server asks for new keys, which TLS 1.2 has and 1.3 has not.
    server.engine.beginHandshake();
    server.answer();
    transport.received(server.said(), 3, 4);
    ByteBuffer message = ByteBuffer.wrap("hello".getBytes(UTF_8));
    assertThat(computing).isNotEmpty();
    assertThat(transport.write(message)).isFalse();
    assertThat(message.remaining()).isEqualTo(5);
    shakeHands(transport, server);
    assertThat(above.events).containsExactly("connected", "writable");
    assertThat(transport.write(message)).isTrue();
    server.answer();
    assertThat(server.heard()).isEqualTo("hello");
  }

  @Test
  void aServerThatSendsOnAndOnDuringTheComputingIsCutOff() throws Exception {
    TlsTransport transport = transport(engine(true, "TLSv1.3", open()), computing::add);
    transport.connected();
    for (int i = 0; i < 100 && above.events.isEmpty(); i++) {
      transport.received(ByteBuffer.wrap(new byte[1 << 16]), 1, 2);
    }
    assertThat(above.events)
        .containsExactly("ended tls: the server sends on and does not wait for the handshake");
    assertThat(wire.closed).isTrue();
  }
}
