package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Each session has a queue and a virtual thread that empties it, as Spring's target does. */
final class QueueOnVirtualThread implements Dispatcher {
  private static final Message END = new Message(-1, new byte[0]);

  private final ThreadFactory threads = DispatchThreads.virtual("sender");
  private final Queue<Outbox> outboxes = new ConcurrentLinkedQueue<>();

  @Override
  public Board open(List<? extends Sink> sinks) {
    return Board.ofSessions(
        sinks,
        sink -> {
          Outbox outbox = new Outbox(sink, threads);
          outboxes.add(outbox);
          outbox.sender.start();
          return outbox;
        });
  }

  @Override
  public void close() {
    outboxes.forEach(outbox -> outbox.send(END));
    for (Outbox outbox : outboxes) {
      try {
        outbox.sender.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while sessions end", e);
      }
    }
  }

  private static final class Outbox implements Board.Session {
    private final BlockingQueue<Message> unsent = new LinkedBlockingQueue<>();
    private final Sink sink;
    private final Thread sender;

    Outbox(Sink sink, ThreadFactory threads) {
      this.sink = sink;
      this.sender = threads.newThread(this::sendAll);
    }

    @Override
    public void send(Message message) {
      unsent.add(message);
    }

    private void sendAll() {
      try {
        for (Message message = unsent.take(); message != END; message = unsent.take()) {
          sink.accept(message);
        }
      } catch (InterruptedException e) {
        // Nobody interrupts a sender; if it happens, what is missing will be noticed.
        Thread.currentThread().interrupt();
      }
    }
  }
}
