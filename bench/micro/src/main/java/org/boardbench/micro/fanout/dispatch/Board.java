package org.boardbench.micro.fanout.dispatch;

import java.util.List;
import java.util.function.Function;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;

/** The members of one board, to whom one thread at a time publishes. */
@FunctionalInterface
interface Board {
  /** Brings the message to every member exactly once, perhaps after the return. */
  void publish(Message message);

  /** A board that hands each message to one session after the other. */
  static Board ofSessions(List<? extends Sink> sinks, Function<Sink, Board.Session> session) {
    Session[] sessions = sinks.stream().map(session).toArray(Session[]::new);
    return message -> {
      for (Session each : sessions) {
        each.send(message);
      }
    };
  }

  /** One member's end of a board. */
  @FunctionalInterface
  interface Session {
    void send(Message message);
  }
}
