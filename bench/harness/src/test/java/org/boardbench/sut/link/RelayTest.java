package org.boardbench.sut.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.boardbench.core.LoopbackPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class RelayTest {
  private static final OptionalLong ANY_RATE = OptionalLong.empty();

  /** Long enough for what has been sent to be seen. */
  private static final int MOMENT_MS = 100;

  /** The common pool of a small machine has too few threads for those who wait for each other. */
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  private final List<Socket> sockets = new ArrayList<>();
  private ServerSocket server;
  private Relay relay;

  /** Both ends of a relayed connection. */
  private record Pair(Socket client, Socket served) {}

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    relay = Relay.to(server.getLocalPort());
  }

  @AfterEach
  void end() throws IOException {
    relay.close();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket client() throws IOException {
    Socket client = new Socket();
    sockets.add(client);
    client.connect(LoopbackPorts.address(relay.port()));
    return client;
  }

  private Pair connect() throws IOException {
    Socket client = client();
    Socket served = server.accept();
    sockets.add(served);
    return new Pair(client, served);
  }

  private static void say(Socket from, String text) throws IOException {
    from.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hear(Socket at, int length) throws IOException {
    return new String(at.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
  }

  private static boolean hearsNothing(Socket at) throws IOException {
    at.setSoTimeout(MOMENT_MS);
    try {
      at.getInputStream().read();
      return false;
    } catch (SocketTimeoutException nothing) {
      return true;
    } finally {
      at.setSoTimeout(0);
    }
  }

  private static CompletableFuture<Void> sending(Socket from, byte[] bytes) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            from.getOutputStream().write(bytes);
            from.shutdownOutput();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        THREADS);
  }

  private static byte[] bytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void passesOnEveryByteInItsOrderEachWayWhateverTheNetworkDoesMeanwhile() throws Exception {
    Pair pair = connect();
    byte[] there = bytes(1, 9 << 20);
    byte[] back = bytes(2, 7 << 20);
    CompletableFuture<Void> sendingThere = sending(pair.client(), there);
    CompletableFuture<Void> sendingBack = sending(pair.served(), back);
    CompletableFuture<byte[]> heardBack =
        CompletableFuture.supplyAsync(() -> all(pair.client()), THREADS);
    CompletableFuture<byte[]> heardThere =
        CompletableFuture.supplyAsync(() -> all(pair.served()), THREADS);

    for (int i = 0; i < 20 && !heardThere.isDone(); i++) {
      relay.slow(Duration.ofMillis(1 + i % 5), OptionalLong.of(20_000_000));
      Thread.sleep(5);
      relay.plain();
      Thread.sleep(5);
    }

    assertThat(heardThere.get()).isEqualTo(there);
    assertThat(heardBack.get()).isEqualTo(back);
    sendingThere.get();
    sendingBack.get();
  }

  private static byte[] all(Socket at) {
    try {
      return at.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void ofASlowNetworkEachWayTakesTheDelay() throws Exception {
    Pair pair = connect();
    say(pair.client(), "a");
    hear(pair.served(), 1);
    relay.slow(Duration.ofMillis(60), ANY_RATE);

    long startNs = System.nanoTime();
    say(pair.client(), "there");
    assertThat(hear(pair.served(), 5)).isEqualTo("there");
    long thereNs = System.nanoTime();
    say(pair.served(), "back");
    assertThat(hear(pair.client(), 4)).isEqualTo("back");

    assertThat(thereNs - startNs).isGreaterThanOrEqualTo(60_000_000);
    assertThat(System.nanoTime() - thereNs).isGreaterThanOrEqualTo(60_000_000);
  }

  @Test
  void aRateIsThatOfAllConnectionsTogether() throws Exception {
    Pair one = connect();
    Pair other = connect();
    relay.slow(Duration.ofMillis(1), OptionalLong.of(1_000_000));

    long startNs = System.nanoTime();
    CompletableFuture<Void> first = sending(one.client(), new byte[100_000]);
    CompletableFuture<Void> second = sending(other.client(), new byte[100_000]);
    assertThat(all(one.served())).hasSize(100_000);
    assertThat(all(other.served())).hasSize(100_000);

    assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(200_000_000);
    first.get();
    second.get();
  }

  @Test
  void whatIsOnItsWayArrivesAtOnceWhenTheNetworkIsPlainAgain() throws Exception {
    Pair pair = connect();
    relay.slow(Duration.ofHours(1), ANY_RATE);
    say(pair.client(), "first ");
    assertThat(hearsNothing(pair.served())).isTrue();

    relay.plain();
    say(pair.client(), "second");

    assertThat(hear(pair.served(), 12)).isEqualTo("first second");
  }

  @Test
  void whatAnEndedConnectionHasLeftHoldsUpNobody() throws Exception {
    Pair reset = connect();
    Pair other = connect();
    relay.slow(Duration.ofMillis(50), ANY_RATE);
    say(reset.client(), "never arrives");
    reset.client().setSoLinger(true, 0);
    reset.client().close();

    say(other.client(), "a");

    assertThat(hear(other.served(), 1)).isEqualTo("a");
  }

  @Test
  void aCloseIsPassedOnAsACloseAndTheOtherDirectionStaysOpen() throws Exception {
    Pair pair = connect();

    pair.client().shutdownOutput();
    assertThat(pair.served().getInputStream().read()).isEqualTo(-1);
    say(pair.served(), "still here");
    assertThat(hear(pair.client(), 10)).isEqualTo("still here");
    pair.served().close();

    assertThat(pair.client().getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void aResetIsPassedOnAsAReset() throws Exception {
    Pair pair = connect();
    pair.client().setSoLinger(true, 0);
    pair.client().close();

    InputStream in = pair.served().getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
  }

  @Test
  void whoConnectsWhileNoServerIsThereIsReset() throws Exception {
    server.close();

    InputStream in = client().getInputStream();

    assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
  }

  @Test
  void aServerThatIsThereAgainIsReachedAgain() throws Exception {
    int port = server.getLocalPort();
    server.close();
    InputStream in = client().getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketException.class);

    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(LoopbackPorts.address(port));
    Pair pair = connect();
    say(pair.client(), "b");

    assertThat(hear(pair.served(), 1)).isEqualTo("b");
  }

  @Test
  void whoeverSendsMoreThanFitsWaits() throws Exception {
    int most = 256 << 20;
    int sent = 0;
    try (SocketChannel client = SocketChannel.open(LoopbackPorts.address(relay.port()))) {
      client.configureBlocking(false);
      ByteBuffer part = ByteBuffer.allocate(1 << 16);
      for (int refused = 0; refused < 20 && sent < most; ) {
        int written = client.write(part.clear());
        sent += written;
        refused = written == 0 ? refused + 1 : 0;
        if (written == 0) {
          Thread.sleep(10);
        }
      }
    }

    assertThat(sent).isLessThan(most);
  }

  @Test
  void itsEndEndsItsConnectionsAndFreesItsPort() throws Exception {
    Pair pair = connect();
    int port = relay.port();

    relay.close();

    InputStream in = pair.client().getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
    try (Socket late = new Socket()) {
      assertThatThrownBy(() -> late.connect(LoopbackPorts.address(port)))
          .isInstanceOf(SocketException.class);
    }
  }
}
