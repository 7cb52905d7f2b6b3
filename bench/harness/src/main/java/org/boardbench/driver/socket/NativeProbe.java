package org.boardbench.driver.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.boardbench.measure.RunClock;

/**
 * Finds out whether the native loop works here: not by versions, but by a connection over loopback
 * whose one byte must arrive with the kernel's time.
 */
final class NativeProbe {
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");
  private static final long DEADLINE_S = 2;

  private NativeProbe() {}

  /** What is in the way; empty when nothing is. */
  static Optional<String> obstacle() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      return Optional.of("the native loop is for Linux, this is " + system);
    }
    String architecture = System.getProperty("os.arch");
    if (!ARCHITECTURES.contains(architecture)) {
      return Optional.of("the native loop does not know " + architecture);
    }
    try {
      return tryOut();
    } catch (IOException | LinkageError | RuntimeException e) {
      return Optional.of("the native loop does not work here: " + rootOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the try of the native loop was interrupted");
    }
  }

  private static Optional<String> tryOut() throws IOException, InterruptedException {
    RunClock clock = RunClock.startingNow();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    FirstRead firstRead = new FirstRead();
    try (ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0));
        SocketLoop loop = EpollLoop.start("native-probe", clock, new NoAgenda())) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> loop.connect(address, firstRead));
      try (SocketChannel peer = server.accept()) {
        peer.write(ByteBuffer.allocate(1));
        return firstRead.isTimed.get(DEADLINE_S, TimeUnit.SECONDS)
            ? Optional.empty()
            : Optional.of("the kernel gives no arrival times");
      } catch (ExecutionException | TimeoutException e) {
        return Optional.of("the native loop does not work here: nothing arrived");
      }
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static final class NoAgenda implements SocketLoop.Agenda {
    @Override
    public long runDue() {
      return Long.MAX_VALUE;
    }

    @Override
    public void turned(long startNs, long endNs) {}

    @Override
    public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
  }

  private static final class FirstRead implements Link.Listener {
    private final CompletableFuture<Boolean> isTimed = new CompletableFuture<>();

    @Override
    public void connected() {}

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      isTimed.complete(receivedNs < readNs);
    }

    @Override
    public void writable() {}

    @Override
    public void ended(String reason) {
      isTimed.completeExceptionally(new IOException(reason));
    }
  }
}
