package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every loop must do. */
@Timeout(600)
abstract class SocketLoopContract extends SocketLoopWrites {
  private static final long SECOND = 1_000_000_000;

  @Test
  void anIdleLoopWakesForWhatIsDueAndNeverBeforeItsTime() throws Exception {
    List<Long> lateNs = new ArrayList<>();
    try (SocketLoop loop = start()) {
      for (long waitNs : new long[] {300_000, 1_700_000, 20_000_000, 21_000_000, 22_000_000}) {
        long targetNs = clock.nowNs() + waitNs;
        dueNs.set(targetNs);
        loop.execute(() -> {});
        lateNs.add(runs.poll(PATIENCE_S, TimeUnit.SECONDS) - targetNs);
      }
    }
    assertThat(lateNs).allMatch(late -> late >= 0);
    // A machine that does something else makes any of them late; a loop that sleeps on, all.
    assertThat(Collections.min(lateNs)).isLessThan(SECOND / 2);
    assertThat(Collections.min(lateNs.subList(2, 5))).isLessThan(SECOND / 2);
  }

  @Test
  void aConnectionComesFromTheAddressThatItIsGiven() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "127.0.0.2 is an address here");
    InetAddress other = InetAddress.ofLiteral("127.0.0.2");
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        SocketLoop loop = start()) {
      InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(Optional.of(other), to, recorder));
      try (SocketChannel peer = server.accept()) {
        assertThat(((InetSocketAddress) peer.getRemoteAddress()).getAddress()).isEqualTo(other);
        assertThat(recorder.next()).isEqualTo("connected");
      }
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesIsTheDriversFault() throws Exception {
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        SocketLoop loop = start()) {
      InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
      Optional<InetAddress> foreign = Optional.of(InetAddress.ofLiteral("192.0.2.1"));
      loop.execute(() -> loop.connect(foreign, to, recorder));
      assertThat(recorder.next())
          .startsWith("ended driver's machine: ")
          .contains("cannot assign requested address");
    }
  }

  @Test
  void aRefusedConnectionIsHeardOfOnce() throws Exception {
    Recorder recorder = new Recorder();
    // Taken, so that nobody else comes to listen there.
    try (SocketChannel taken =
            SocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketLoop loop = start()) {
      InetSocketAddress nobody = (InetSocketAddress) taken.getLocalAddress();
      loop.execute(() -> loop.connect(nobody, recorder));
      assertThat(recorder.next()).isEqualTo("ended connection refused");
    }
    assertThat(recorder.events).isEmpty();
  }

  @Test
  void aHostThatDoesNotExistIsAFailedConnection() throws Exception {
    Recorder recorder = new Recorder();
    try (SocketLoop loop = start()) {
      InetSocketAddress unknown = InetSocketAddress.createUnresolved("nowhere.invalid", 1);
      loop.execute(() -> loop.connect(unknown, recorder));
      assertThat(recorder.next()).isEqualTo("ended host not found");
    }
  }

  @Test
  void whatCameBeforeTheEndIsHeardBeforeTheEnd() throws Exception {
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      CompletableFuture<Void> goOn = new CompletableFuture<>();
      loop.execute(() -> loop.connect(address, recorder));
      try (SocketChannel accepted = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        // Bytes and end are both there when the loop looks.
        loop.execute(goOn::join);
        accepted.write(ByteBuffer.allocate(7));
      }
      goOn.complete(null);
      assertThat(recorder.next()).isEqualTo("received 7");
      assertThat(recorder.next()).isEqualTo("ended " + Transport.END_OF_STREAM);
    }
    assertThat(recorder.events).isEmpty();
  }

  @Test
  void aPeerThatBreaksOffIsHeardOf() throws Exception {
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, recorder));
      try (SocketChannel accepted = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        accepted.setOption(StandardSocketOptions.SO_LINGER, 0); // an RST instead of a FIN
      }
      assertThat(recorder.next()).isEqualTo("ended connection reset by server");
    }
  }

  @Test
  void moreThanABufferArrivesToTheLastByte() throws Exception {
    int count = 3 << 20;
    AtomicLong received = new AtomicLong();
    CompletableFuture<Void> all = new CompletableFuture<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void received(ByteBuffer bytes, long receivedNs, long readNs) {
            if (received.addAndGet(bytes.remaining()) == count) {
              all.complete(null);
            }
          }
        };
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, recorder));
      try (SocketChannel accepted = server.accept()) {
        ByteBuffer much = ByteBuffer.allocate(count);
        while (much.hasRemaining()) {
          accepted.write(much);
        }
        all.get(PATIENCE_S, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void aTaskIsDoneBetweenTwoSocketsOfAnIteration() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    List<SocketChannel> peers = new ArrayList<>();
    CompletableFuture<Void> release = new CompletableFuture<>();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      for (int i = 0; i < 20; i++) {
        Recorder recorder =
            new Recorder() {
              @Override
              public void received(ByteBuffer bytes, long receivedNs, long readNs) {
                order.add("read");
                loop.execute(() -> order.add("task"));
              }
            };
        loop.execute(() -> loop.connect(address, recorder));
        peers.add(server.accept());
        assertThat(recorder.next()).isEqualTo("connected");
      }
      loop.execute(release::join);
      for (SocketChannel peer : peers) {
        peer.write(ByteBuffer.allocate(1));
      }
      release.complete(null);
      Patience.await("all is read", () -> Collections.frequency(order, "task") == 20);
    } finally {
      for (SocketChannel peer : peers) {
        peer.close();
      }
    }
    assertThat(order.subList(0, 4)).containsExactly("read", "task", "read", "task");
  }

  /** Closed and opened anew in one task, so that the same descriptors come again at once. */
  @Test
  void transportsThatComeAfterClosedOnesHearOnlyOfTheirOwn() throws Exception {
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      CompletableFuture<Transport> firstTransport = new CompletableFuture<>();
      Recorder first = new Recorder();
      loop.execute(() -> firstTransport.complete(loop.connect(address, first)));
      Transport last = firstTransport.join();
      SocketChannel accepted = server.accept();
      assertThat(first.next()).isEqualTo("connected");
      for (int round = 0; round < 200; round++) {
        Transport old = last;
        CompletableFuture<Transport> next = new CompletableFuture<>();
        Recorder recorder = new Recorder();
        accepted.write(ByteBuffer.allocate(1));
        loop.execute(() -> {
          old.close();
          next.complete(loop.connect(address, recorder));
        });
        accepted.close();
        accepted = server.accept();
        assertThat(recorder.next()).isEqualTo("connected");
        assertThat(recorder.events).isEmpty();
        last = next.join();
      }
      accepted.close();
    }
  }

  @Test
  void closingALoopClosesItsTransportsAndATaskThatFailsIsItsFailure() throws Exception {
    try (ServerSocketChannel server = listening()) {
      SocketLoop loop = start();
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, new Recorder()));
      SocketChannel accepted = server.accept();
      loop.execute(() -> {
        throw new IllegalStateException("on purpose");
      });
      assertThat(accepted.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      loop.close();
      assertThat(loop.failure()).hasMessage("on purpose");
    }
  }
}
