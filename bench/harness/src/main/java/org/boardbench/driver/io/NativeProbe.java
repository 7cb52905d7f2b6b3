package org.boardbench.driver.io;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.boardbench.core.KernelSetting;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.uring.UringException;
import org.boardbench.driver.io.uring.UringObstacle;

/**
 * Finds out whether a native loop works here: not by versions, but by a connection over loopback
 * whose bytes must arrive with the kernel's times.
 */
final class NativeProbe {
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");
  private static final int MOST_BYTES = 1_000;
  private static final long PAUSE_MS = 2;

  private NativeProbe() {}

  /**
   * What is in the way; empty when nothing is.
   *
   * @param kind the loop's word, for the reason
   */
  static Optional<String> obstacle(String kind, SocketLoops.Start start) {
    String loop = "the " + kind + " loop";
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      return Optional.of(loop + " is for Linux, this is " + system);
    }
    String architecture = System.getProperty("os.arch");
    if (!ARCHITECTURES.contains(architecture)) {
      return Optional.of(loop + " does not know " + architecture);
    }
    try {
      return tryOut(loop, start);
    } catch (UringException e) {
      long disabled = KernelSetting.number("kernel.io_uring_disabled", 0, 0);
      return Optional.of(UringObstacle.of(e, disabled));
    } catch (IOException | LinkageError | RuntimeException e) {
      return Optional.of(loop + " does not work here: " + rootOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the try of " + loop + " was interrupted");
    }
  }

  private static Optional<String> tryOut(String name, SocketLoops.Start start)
      throws IOException, InterruptedException {
    RunClock clock = RunClock.startingNow();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Reads reads = new Reads();
    Throwable failure;
    try (ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
        SocketLoop loop = start.start("native-probe", clock, SocketLoop.Agenda.NOTHING)) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, reads));
      // A connection that does not come about is not waited for.
      server.configureBlocking(false);
      try (SocketChannel peer = accept(server)) {
        // The kernel takes times a moment after they were asked for.
        for (int i = 0; peer != null && i < MOST_BYTES && reads.isTimed.getCount() > 0; i++) {
          peer.write(ByteBuffer.allocate(1));
          reads.isTimed.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
      }
      failure = loop.failure();
    }
    if (reads.isTimed.getCount() == 0) {
      return Optional.empty();
    }
    if (failure != null && rootOf(failure) instanceof UringException e) {
      throw e;
    }
    if (failure != null) {
      return Optional.of(name + " does not work here: " + rootOf(failure));
    }
    return Optional.of(
        reads.hasRead
            ? name + " gets no arrival times from the kernel"
            : name + " gets nothing over loopback");
  }

  /** Null when nobody has connected in the time that the bytes would take. */
  private static SocketChannel accept(ServerSocketChannel server)
      throws IOException, InterruptedException {
    SocketChannel peer = server.accept();
    for (int i = 0; i < MOST_BYTES && peer == null; i++) {
      Thread.sleep(PAUSE_MS);
      peer = server.accept();
    }
    return peer;
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static final class Reads implements Transport.Listener {
    private final CountDownLatch isTimed = new CountDownLatch(1);
    private volatile boolean hasRead;

    @Override
    public void connected() {}

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      hasRead = true;
      if (receivedNs < readNs) {
        isTimed.countDown();
      }
    }

    @Override
    public void writable() {}

    @Override
    public void ended(String reason) {}
  }
}
