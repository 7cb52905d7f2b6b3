package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.boardbench.micro.fanout.Sink;

/**
 * Each delivery is a task that takes the session's lock. Two tasks of one session may overtake each
 * other between their start and the lock, so a member may get messages out of order: a board can
 * only be served so when order does not matter to it.
 */
final class TaskPerDelivery implements Dispatcher {
  private final ExecutorService tasks;

  private TaskPerDelivery(ExecutorService tasks) {
    this.tasks = tasks;
  }

  static TaskPerDelivery onPool() {
    return new TaskPerDelivery(DispatchThreads.pool());
  }

  static TaskPerDelivery onVirtualThreads() {
    return new TaskPerDelivery(
        Executors.newThreadPerTaskExecutor(DispatchThreads.virtual("delivery")));
  }

  @Override
  public Board open(List<? extends Sink> sinks) {
    return Board.ofSessions(
        sinks,
        sink -> {
          LockedSession session = new LockedSession(sink);
          return message -> tasks.execute(() -> session.send(message));
        });
  }

  @Override
  public boolean keepsOrder() {
    return false;
  }

  @Override
  public void close() {
    tasks.close();
  }
}
