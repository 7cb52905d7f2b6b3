package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a loop must do whose arrivals are the kernel's. */
abstract class KernelTimesContract extends SocketLoopContract {
  private static final int WARM_UP = 20_000;

  /**
   * A busy machine takes its time to compile: the first round of rounds that is free of it counts.
   */
  private static final int MOST_TIMES = 100;

  private static final int ROUNDS = 2_000;

  private final SocketLoops.Kind kind;

  KernelTimesContract(SocketLoops.Kind kind) {
    this.kind = kind;
  }

  @Test
  void anArrivalIsWhenItCameHoweverLateTheLoopReadsIt() throws Exception {
    Optional<String> obstacle = kind.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElseThrow());
    long stopNs = 200_000_000;
    long unsureNs = stopNs / 10;
    BlockingQueue<Read> reads = new LinkedBlockingQueue<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void received(ByteBuffer bytes, long receivedNs, long readNs) {
            reads.add(new Read(receivedNs, readNs));
          }
        };
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start("loop", clock, agenda)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, recorder));
      try (SocketChannel peer = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        awaitTimes(peer, reads);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        loop.execute(() -> {
          stopped.countDown();
          goOn.join();
        });
        stopped.await();
        long beforeNs = clock.nowNs();
        peer.write(ByteBuffer.allocate(1));
        long afterNs = clock.nowNs();
        Thread.sleep(Duration.ofNanos(stopNs));
        goOn.complete(null);
        Read late = reads.take();

        assertThat(late.receivedNs()).isBetween(beforeNs - unsureNs, afterNs + unsureNs);
        assertThat(late.readNs()).isGreaterThanOrEqualTo(afterNs + stopNs);
      }
    }
  }

  @Test
  void whatIsWrittenBeforeTheConnectionIsThereGoesOnceItIs() throws Exception {
    ByteBuffer early = ByteBuffer.allocate(5);
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void writable() {
            write(transport.join(), early);
          }
        };
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> {
        transport.complete(loop.connect(address, recorder));
        write(transport.join(), early);
      });
      try (SocketChannel accepted = server.accept()) {
        readAll(accepted, early.capacity());
      }
    }
  }

  /** Answers all that it hears with a byte. */
  private static final class Answerer extends Recorder {
    private final ByteBuffer answer = ByteBuffer.allocate(1);
    private final CompletableFuture<Transport> transport = new CompletableFuture<>();

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      try {
        transport.join().write(answer.clear());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Tag("optimized")
  @Test
  void readsAndWritesAllocateNothingOnceTheyAreCompiled() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    CompletableFuture<Long> thread = new CompletableFuture<>();
    Answerer answerer = new Answerer();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start("loop", clock, agenda)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> {
        thread.complete(Thread.currentThread().threadId());
        answerer.transport.complete(loop.connect(address, answerer));
      });
      try (SocketChannel peer = server.accept()) {
        peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
        ask(peer, WARM_UP);
        long least = Long.MAX_VALUE;
        for (int time = 0; time < MOST_TIMES && least >= ROUNDS; time++) {
          long before = threads.getThreadAllocatedBytes(thread.join());
          ask(peer, ROUNDS);
          least = Math.min(least, threads.getThreadAllocatedBytes(thread.join()) - before);
        }
        assertThat(least).as("of %d reads and as many writes", ROUNDS).isLessThan(ROUNDS);
      }
    }
  }

  private static void ask(SocketChannel peer, int times) throws IOException {
    ByteBuffer word = ByteBuffer.allocate(1);
    for (int i = 0; i < times; i++) {
      peer.write(word.clear());
      peer.read(word.clear());
    }
  }

  private record Read(long receivedNs, long readNs) {}

  /** The kernel begins to take times a moment after it was asked to. */
  private static void awaitTimes(SocketChannel peer, BlockingQueue<Read> reads) throws Exception {
    Read read;
    do {
      peer.write(ByteBuffer.allocate(1));
      read = reads.take();
    } while (read.receivedNs() == read.readNs());
  }
}
