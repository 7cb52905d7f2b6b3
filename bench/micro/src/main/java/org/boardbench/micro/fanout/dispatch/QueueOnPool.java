package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Each session has a queue; whoever finds it idle has the pool empty it. */
final class QueueOnPool implements Dispatcher {
  private final ExecutorService pool = DispatchThreads.pool();

  @Override
  public Board open(List<? extends Sink> sinks) {
    return Board.ofSessions(sinks, sink -> new Outbox(sink, pool));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** At most one task at a time empties it, which keeps the order. */
  private static final class Outbox implements Board.Session {
    private final Queue<Message> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Sink sink;
    private final ExecutorService pool;

    Outbox(Sink sink, ExecutorService pool) {
      this.sink = sink;
      this.pool = pool;
    }

    @Override
    public void send(Message message) {
      unsent.add(message);
      if (claim()) {
        pool.execute(this::drain);
      }
    }

    private void drain() {
      do {
        Message message;
        while ((message = unsent.poll()) != null) {
          sink.accept(message);
        }
        draining.set(false);
        // A message that was added after the last poll found this task still draining.
      } while (!unsent.isEmpty() && claim());
    }

    private boolean claim() {
      return !draining.get() && draining.compareAndSet(false, true);
    }
  }
}
