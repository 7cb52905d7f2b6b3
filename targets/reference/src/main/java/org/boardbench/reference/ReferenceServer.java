package org.boardbench.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The server on a thread of its own. For any thread. */
public final class ReferenceServer implements AutoCloseable {
  private static final int SMALL_BUFFER = 4096;

  private final ServerLoop loop;
  private final Thread thread;
  private final String host;
  private final int port;

  private ReferenceServer(ServerSettings settings) throws IOException {
    loop = new ServerLoop(settings);
    host = settings.address().getHostAddress();
    port = loop.port();
    thread = Thread.ofPlatform().daemon().name("reference-server").start(loop);
  }

  /** Starts a server on a free port of the loopback address. */
  public static ReferenceServer start(FaultScript script) {
    return start(ServerSettings.of(script));
  }

  /**
   * Starts a server that takes connections as soon as this returns.
   *
   * @throws UncheckedIOException when it cannot listen at the port
   */
  public static ReferenceServer start(ServerSettings settings) {
    try {
      return new ReferenceServer(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to connect. */
  public URI uri() {
    return URI.create("ws://" + host + ":" + port + "/ws");
  }

  public int port() {
    return port;
  }

  /** What it has done since its start or the last reset; also after its end. */
  public Counts counts() {
    return onLoop(() -> loop.tally().counts());
  }

  /** Sets all counts to zero; every K-th is counted from here on. */
  public void resetCounts() {
    onLoop(() -> {
      loop.tally().reset();
      return true;
    });
  }

  /** Connections that are open now. */
  public int connections() {
    return loop.connections();
  }

  /** The latest opening handshakes, at most a hundred. */
  public List<String> requests() {
    return onLoop(() -> loop.http().handshakes());
  }

  /** Pongs so far. */
  public long pongs() {
    return loop.pongs();
  }

  /** Does nothing at all for {@code duration}, from now on. */
  public void stall(Duration duration) {
    loop.execute(() -> loop.sleep(duration));
  }

  /** Resets all connections; when this returns, whatever their peers send is refused. */
  public void cut() {
    onLoop(() -> {
      loop.resetAll();
      return true;
    });
  }

  /** Stops reading from the clients, or begins again. */
  public void read(boolean wanted) {
    loop.execute(() -> loop.read(wanted));
  }

  /** Gives connections to come the smallest receive buffer. */
  public void smallBuffers() {
    try {
      loop.receiveBuffer(SMALL_BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when the server has ended. */
  void join() throws InterruptedException {
    thread.join();
  }

  private <T> T onLoop(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (loop.execute(() -> answer.complete(question.get()))) {
      return answer.join();
    }
    // A thread that has ended leaves all that it knew to this one.
    awaitEnd();
    return question.get();
  }

  @Override
  public void close() {
    loop.close();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
