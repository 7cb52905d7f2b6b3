package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import org.boardbench.micro.fanout.Sink;

/**
 * How a server brings messages to sessions: what all of its boards share. Boards may publish on
 * different threads at the same time.
 */
interface Dispatcher extends AutoCloseable {
  /** A board with a session for each of these sinks. */
  Board open(List<? extends Sink> sinks);

  /** Whether each session gets the messages of a publisher in the order of publishing. */
  default boolean keepsOrder() {
    return true;
  }

  /** Returns when every message published before has arrived and all threads have ended. */
  @Override
  void close();
}
