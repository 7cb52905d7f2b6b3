package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.boardbench.core.RunClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EpollLoopTest extends SocketLoopContract {
  @Override
  SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda) throws IOException {
    return EpollLoop.start(threadName, clock, agenda);
  }

  @Test
  void aSocketThatTheKernelCannotWatchEndsAsTheMachinesFault() throws Exception {
    AtomicInteger watched = new AtomicInteger();
    EpollLoop.Watch fullAfterTheFirst =
        (error, epoll, descriptor, event) ->
            watched.incrementAndGet() == 1
                ? Linux.epollAdd(error, epoll, descriptor, event)
                : -Errno.ENOSPC.number();
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = EpollLoop.start("loop", clock, agenda, fullAfterTheFirst)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, recorder));

      assertThat(recorder.next())
          .isEqualTo("ended driver's machine: epoll_ctl: no space left on device (ENOSPC)");
    }
    assertThat(recorder.events).isEmpty();
  }

  @Test
  void anArrivalIsWhenItCameHoweverLateTheLoopReadsIt() throws Exception {
    assumeTrue(NativeProbe.obstacle().isEmpty(), "the kernel gives no times of arrival");
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
        SocketLoop loop = EpollLoop.start("loop", clock, agenda)) {
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

  private record Read(long receivedNs, long readNs) {}

  /** The kernel begins to take times a moment after it was asked to. */
  private static void awaitTimes(SocketChannel peer, BlockingQueue<Read> reads) throws Exception {
    Read read;
    do {
      peer.write(ByteBuffer.allocate(1));
      read = reads.take();
    } while (read.receivedNs() == read.readNs());
  }

  @Test
  void aLoopThatCannotWatchItsWakerDoesNotStart() {
    assertThatThrownBy(() ->
            EpollLoop.start(
                "loop", clock, agenda, (error, epoll, fd, event) -> -Errno.ENOMEM.number()))
        .isInstanceOf(IOException.class)
        .hasMessage("driver's machine: epoll_ctl: cannot allocate memory (ENOMEM)");
  }
}
