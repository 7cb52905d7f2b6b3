package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** Delivers on the caller's thread, and does one thing wrong, once a board. */
final class BrokenDispatcher implements Dispatcher {
  /** The message of each board that the fault befalls. */
  private static final int BEFALLEN = 5;

  enum Fault {
    DROPS,
    DOUBLES,
    SWAPS,
    MISROUTES
  }

  private final Queue<Sink> firstMembers = new ConcurrentLinkedQueue<>();
  private final Fault fault;

  BrokenDispatcher(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Board open(List<? extends Sink> sinks) {
    firstMembers.add(sinks.getFirst());
    Board sound = Board.ofSessions(sinks.subList(1, sinks.size()), sink -> sink::accept);
    Board.Session faulty = new FaultySession(sinks.getFirst());
    return message -> {
      sound.publish(message);
      faulty.send(message);
    };
  }

  @Override
  public void close() {}

  private final class FaultySession implements Board.Session {
    private final Sink sink;
    private Message held;
    private int sent;

    FaultySession(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void send(Message message) {
      if (++sent == BEFALLEN) {
        befall(message);
      } else {
        sink.accept(message);
        if (held != null) {
          sink.accept(held);
          held = null;
        }
      }
    }

    private void befall(Message message) {
      switch (fault) {
        case DROPS -> {}
        case DOUBLES -> {
          sink.accept(message);
          sink.accept(message);
        }
        case SWAPS -> held = message;
        case MISROUTES -> firstMembers.peek().accept(message);
      }
    }
  }
}
