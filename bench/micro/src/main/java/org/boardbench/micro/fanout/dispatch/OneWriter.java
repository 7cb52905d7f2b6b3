package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.boardbench.micro.fanout.Sink;

/**
 * One thread owns all sessions, as an event loop does, and takes from one queue. A message is
 * handed over once, not once a member: the loop knows the members.
 */
final class OneWriter implements Dispatcher {
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(DispatchThreads.platform("writer"));

  @Override
  public Board open(List<? extends Sink> sinks) {
    Board onWriter = Board.ofSessions(sinks, sink -> sink::accept);
    return message -> writer.execute(() -> onWriter.publish(message));
  }

  @Override
  public void close() {
    writer.close();
  }
}
