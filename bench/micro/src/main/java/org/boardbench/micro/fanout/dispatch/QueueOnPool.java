package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Each session has a queue; whoever finds it idle has the pool empty it. */
final class QueueOnPool implements Dispatcher {
  private final ExecutorService pool = DispatchThreads.pool();
  private final Supplier<Queue<Message>> queues;

  QueueOnPool() {
    this(ConcurrentLinkedQueue::new);
  }

  QueueOnPool(Supplier<Queue<Message>> queues) {
    this.queues = queues;
  }

  @Override
  public Board open(List<? extends Sink> sinks) {
    return Board.ofSessions(sinks, sink -> new Outbox(sink, queues.get(), pool));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** At most one task at a time empties it, which keeps the order. */
  private static final class Outbox implements Board.Session {
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Sink sink;
    private final Queue<Message> unsent;
    private final ExecutorService pool;

    Outbox(Sink sink, Queue<Message> unsent, ExecutorService pool) {
      this.sink = sink;
      this.unsent = unsent;
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
