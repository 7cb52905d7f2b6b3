package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.uring.Ring;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;

/** Skipped, with the reason, where there is no io_uring. */
class UringLoopTest extends KernelTimesContract {
  private static final Optional<String> OBSTACLE = SocketLoops.Kind.IO_URING.obstacle();

  /** Far too little of everything for what the tests do. */
  private static final Ring.Size SMALL = new Ring.Size(4, 8, 4, 1024);

  private static final int PEERS = 40;

  UringLoopTest() {
    super(SocketLoops.Kind.IO_URING);
  }

  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return start(threadName, clock, agenda, UringLoop.USUAL_SIZE);
  }

  private static UringLoop start(
      String threadName, RunClock clock, SocketLoop.Agenda agenda, Ring.Size size)
      throws IOException {
    assumeTrue(OBSTACLE.isEmpty(), () -> OBSTACLE.orElseThrow());
    return UringLoop.start(threadName, clock, agenda, GATHERING, size);
  }

  /** Counts what comes. */
  private static final class Counter extends Recorder {
    private final AtomicLong bytes;

    Counter(AtomicLong bytes) {
      this.bytes = bytes;
    }

    @Override
    public void received(ByteBuffer received, long receivedNs, long readNs) {
      bytes.addAndGet(received.remaining());
    }
  }

  @Test
  void aRingThatIsFullOfEverythingLosesNothingAndSaysThatItWas() throws Exception {
    int each = 50_000;
    AtomicLong bytes = new AtomicLong();
    List<SocketChannel> peers = new ArrayList<>();
    CompletableFuture<Void> release = new CompletableFuture<>();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start("loop", clock, agenda, SMALL)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      for (int i = 0; i < PEERS; i++) {
        Counter counter = new Counter(bytes);
        loop.execute(() -> loop.connect(address, counter));
        peers.add(server.accept());
        assertThat(counter.next()).isEqualTo("connected");
      }
      loop.execute(release::join);
      for (SocketChannel peer : peers) {
        peer.write(ByteBuffer.allocate(each));
      }
      release.complete(null);
      Patience.await("all is read", () -> bytes.get() == (long) PEERS * each);

      Patience.await("the loop has said so", () -> shortages.get() > 0);
    } finally {
      close(peers);
    }
  }

  @Test
  void aRingThatIsLargeEnoughHasNothingToSay() throws Exception {
    AtomicLong bytes = new AtomicLong();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start("loop", clock, agenda)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, new Counter(bytes)));
      try (SocketChannel peer = server.accept()) {
        peer.write(ByteBuffer.allocate(100_000));
        Patience.await("all is read", () -> bytes.get() == 100_000);
      }
    }
    assertThat(shortages).hasValue(0);
  }

  @Test
  void manyTransportsThatCloseInOneTaskAreAllClosedThoughFewOperationsHaveRoom() throws Exception {
    List<Transport> transports = new ArrayList<>();
    List<SocketChannel> peers = new ArrayList<>();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start("loop", clock, agenda, SMALL)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      for (int i = 0; i < PEERS; i++) {
        Recorder recorder = new Recorder();
        loop.execute(() -> transports.add(loop.connect(address, recorder)));
        peers.add(server.accept());
        assertThat(recorder.next()).isEqualTo("connected");
      }
      loop.execute(() -> transports.forEach(Transport::close));
      for (SocketChannel peer : peers) {
        assertThat(peer.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      }
    } finally {
      close(peers);
    }
  }

  @Test
  void theMemoryOfASendThatIsGivenUpIsKeptUntilTheKernelIsDoneWithIt() throws Exception {
    AtomicInteger whenClosed = new AtomicInteger();
    AtomicInteger now = new AtomicInteger(-1);
    try (ServerSocketChannel server = listening();
        UringLoop loop = start("loop", clock, agenda, UringLoop.USUAL_SIZE)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      CompletableFuture<Transport> transport = new CompletableFuture<>();
      Recorder recorder = new Recorder();
      loop.execute(() -> transport.complete(loop.connect(address, recorder)));
      try (SocketChannel deaf = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        loop.execute(() -> {
          fill(transport.join());
          transport.join().close();
          whenClosed.set(loop.operations().slotsInUse());
        });
        Patience.await(
            "the kernel is done",
            () -> {
              loop.execute(() -> now.set(loop.operations().slotsInUse()));
              return now.get() == 0;
            });
        assertThat(deaf.isOpen()).isTrue();
      }
    }
    assertThat(whenClosed).hasValue(1);
  }

  private static void fill(Transport transport) {
    try {
      assertThat(transport.write(ByteBuffer.allocate(32 << 20))).isFalse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLoopThatEndsLeavesNothingToTheKernel() throws Exception {
    UringLoop loop = start("loop", clock, agenda, UringLoop.USUAL_SIZE);
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> transport.complete(loop.connect(address, recorder)));
      try (SocketChannel deaf = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        loop.execute(() -> fill(transport.join()));
        loop.close();
        assertThat(deaf.isOpen()).isTrue();
      }
    }
    assertThat(loop.failure()).isNull();
    assertThat(loop.operationsInFlight()).isZero();
    assertThat(loop.operations().slotsInUse()).isZero();
  }

  private static void close(List<SocketChannel> peers) throws IOException {
    for (SocketChannel peer : peers) {
      peer.close();
    }
  }
}
