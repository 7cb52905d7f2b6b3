package org.boardbench.driver.io;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.core.RunClock;
import org.boardbench.junit.Patience;

/** A loop under test, what it hears from its agenda, and a listener that writes down. */
abstract class LoopScene {
  static final Gathering GATHERING = new Gathering(50_000);
  static final long PATIENCE_S = Patience.TIME.toSeconds();

  final RunClock clock = RunClock.startingNow();
  final AtomicLong dueNs = new AtomicLong(Long.MAX_VALUE);
  final BlockingQueue<Long> runs = new LinkedBlockingQueue<>();
  final AtomicLong shortages = new AtomicLong();

  /** Writes down when something due was done, and has nothing more to do then. */
  final SocketLoop.Agenda agenda =
      new SocketLoop.Agenda() {
        @Override
        public long runDue() {
          if (clock.nowNs() >= dueNs.get()) {
            dueNs.set(Long.MAX_VALUE);
            runs.add(clock.nowNs());
          }
          return dueNs.get();
        }

        @Override
        public void iterated(long startNs, long endNs) {}

        @Override
        public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}

        @Override
        public void ringWasShort(long times, long nowNs) {
          shortages.addAndGet(times);
        }
      };

  /** A loop of the kind under test. */
  abstract SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda)
      throws IOException;

  SocketLoop start() throws IOException {
    return start("loop", clock, agenda);
  }

  /** Writes down what it hears. */
  static class Recorder implements Transport.Listener {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Override
    public void connected() {
      events.add("connected");
    }

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      events.add("received " + bytes.remaining());
    }

    @Override
    public void writable() {
      events.add("writable");
    }

    @Override
    public void ended(String reason) {
      events.add("ended " + reason);
    }

    String next() throws InterruptedException {
      return events.poll(PATIENCE_S, TimeUnit.SECONDS);
    }
  }

  static ServerSocketChannel listening() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
