package org.boardbench.sut.link;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.boardbench.core.Uninterrupted;
import org.boardbench.sut.link.RelayedConnection.Lines;

/**
 * Passes on what is sent between a server of this machine and whoever connects to the relay's port
 * in its place: at once, or late and slowly while it is told to. It changes no byte, and loses
 * none. One thread of its own; for any thread.
 */
public final class Relay implements AutoCloseable {
  private final Lines lines = new Lines(new Line(), new Line());
  private final RelayLoop loop;
  private final Thread thread;

  private Relay(int serverPort) throws IOException {
    loop = new RelayLoop(serverPort, lines);
    thread = Thread.ofPlatform().daemon().name("relay").start(loop);
  }

  /**
   * A relay that takes connections as soon as this returns. What connects to it while the server
   * takes none is reset.
   *
   * @param serverPort of 127.0.0.1
   */
  public static Relay to(int serverPort) throws IOException {
    return new Relay(serverPort);
  }

  /** Where to connect in the server's place, on 127.0.0.1. */
  public int port() {
    return loop.port();
  }

  /**
   * From now on what is sent arrives late.
   *
   * @param delay by so much later, each way; kept to about a millisecond
   * @param bytesPerSecond what all connections together carry each way; empty: as much as ever
   */
  public void slow(Duration delay, OptionalLong bytesPerSecond) {
    lines.toServer().slow(delay, bytesPerSecond);
    lines.toClient().slow(delay, bytesPerSecond);
    loop.wakeUp();
  }

  /** From now on what is sent arrives at once, and so does what is still on its way. */
  public void plain() {
    lines.toServer().plain();
    lines.toClient().plain();
    loop.wakeUp();
  }

  /** Ends it with all its connections. Later calls do nothing. */
  @Override
  public void close() {
    loop.stop();
    Uninterrupted.run(thread::join);
  }
}
