package org.boardbench.micro.fanout.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dispatcher and the publishers' boards on it. It ends with its last board, not with JMH's
 * teardown of shared state: that may come while another thread still drains its board.
 */
final class Server {
  /** Far beyond what any delivery takes, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger boards = new AtomicInteger();
  private final Dispatcher dispatcher;

  Server(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** A publisher with a board of its own, for the calling thread. */
  Publisher open(int members, int payloadBytes) {
    boards.incrementAndGet();
    return new Publisher(dispatcher, members, payloadBytes, PATIENCE);
  }

  /** A publisher has drained its board and publishes no more. */
  void closed() {
    if (boards.decrementAndGet() == 0) {
      dispatcher.close();
    }
  }
}
