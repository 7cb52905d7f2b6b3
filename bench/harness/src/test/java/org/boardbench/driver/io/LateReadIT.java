package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.boardbench.core.RunClock;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A loop that does not read while a real server sends. */
@Timeout(600)
class LateReadIT {
  private static final int PIECES = 80;
  private static final int PIECE = 1_000;
  private static final long WAIT_S = Patience.TIME.toSeconds();

  /** The kernel may put what comes in right before the read together with all the rest. */
  private static final int ATTEMPTS = 10;

  private final BlockingQueue<Double> fills = new LinkedBlockingQueue<>();

  static Stream<SocketLoops> loopsWithKernelTimes() {
    return KindsOfLoop.withKernelTimes();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("loopsWithKernelTimes")
  void aLoopThatLeavesBytesUnreadWhileMoreComeTellsHowFullTheBufferBecame(SocketLoops loops)
      throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS && fills.isEmpty(); attempt++) {
      sendWhileTheLoopIsHeldUp(loops);
    }

    assertThat(fills.poll()).isBetween(40.0, 150.0);
  }

  private void sendWhileTheLoopIsHeldUp(SocketLoops loops) throws Exception {
    Listener listener = new Listener();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch sent = new CountDownLatch(1);
    try (ServerSocketChannel server = LoopScene.listening();
        SocketLoop loop =
            loops.start("driver-late", RunClock.startingNow(), SocketLoop.Agenda.NOTHING)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, listener));
      try (SocketChannel peer = server.accept()) {
        assertThat(listener.connected.await(WAIT_S, TimeUnit.SECONDS)).isTrue();
        loop.execute(() -> {
          held.countDown();
          await(sent);
        });
        assertThat(held.await(WAIT_S, TimeUnit.SECONDS)).isTrue();
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
        for (int i = 0; i < PIECES; i++) {
          write(peer);
        }
        // The sender's kernel lets a few go, and more when it hears that they came: 40 ms each
        // time.
        Thread.sleep(500);
        sent.countDown();
        assertThat(listener.received.await(WAIT_S, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static void write(SocketChannel peer) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (piece.hasRemaining()) {
      peer.write(piece);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements Transport.Listener {
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CountDownLatch received = new CountDownLatch(PIECES * PIECE);

    @Override
    public void connected() {
      connected.countDown();
    }

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      for (int i = bytes.remaining(); i > 0; i--) {
        received.countDown();
      }
    }

    @Override
    public void readLate(double bufferPct, long readNs) {
      fills.add(bufferPct);
    }

    @Override
    public void writable() {}

    @Override
    public void ended(String reason) {}
  }
}
