package org.boardbench.protocol.further;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.java_websocket.WebSocket;

/** The pings of Engine.IO, which are texts: sent to everybody, and their answers counted. */
final class TextPings implements AutoCloseable {
  private static final String PING = "2";
  private static final String PONG = "3";

  private final Supplier<? extends Collection<WebSocket>> clients;
  private final long everyMs;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final AtomicInteger pongs = new AtomicInteger();
  private volatile Future<?> pinging;

  TextPings(Supplier<? extends Collection<WebSocket>> clients, long everyMs) {
    this.clients = clients;
    this.everyMs = everyMs;
  }

  void begin() {
    pinging =
        timer.scheduleWithFixedDelay(
            () ->
                clients.get().stream()
                    .filter(WebSocket::isOpen)
                    .forEach(client -> client.send(PING)),
            everyMs,
            everyMs,
            TimeUnit.MILLISECONDS);
  }

  /** Counts the text if it is the answer to a ping; else does nothing, and returns false. */
  boolean isPong(String text) {
    if (!text.equals(PONG)) {
      return false;
    }
    pongs.incrementAndGet();
    return true;
  }

  int pongs() {
    return pongs.get();
  }

  @Override
  public void close() {
    if (pinging != null) {
      pinging.cancel(false);
    }
    timer.shutdown();
  }
}
