package org.boardbench.micro.fanout.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.micro.fanout.CountingSink;
import org.boardbench.micro.fanout.Message;
import org.boardbench.micro.fanout.Sink;
import org.boardbench.micro.payload.StrokeMessage;

/** Publishes to a board of its own and knows what must arrive. For one thread. */
final class Publisher {
  private final List<Member> members;
  private final Window window;
  private final Board board;
  private final byte[] payload;
  private long published;

  /**
   * Opens the board.
   *
   * @param patience after which a delivery that has not come is taken to be lost
   */
  Publisher(Dispatcher dispatcher, int members, int payloadBytes, Duration patience) {
    this.window = new Window(members, patience);
    this.members = Stream.generate(() -> new Member(window)).limit(members).toList();
    this.board = dispatcher.open(this.members);
    this.payload = StrokeMessage.ofSize(payloadBytes).bytes();
  }

  /** Publishes one message, as soon as the window has room for it. */
  void publish() {
    window.enter();
    board.publish(new Message(published++, payload));
  }

  /**
   * Fills up the last batch, waits until everything has arrived, and counts it.
   *
   * @throws IllegalStateException unless every member got each message exactly once
   */
  void drain() {
    while (published % Window.BATCH != 0) {
      publish();
    }
    window.awaitAll();
    for (Member member : members) {
      member.count.requireAll(published, payload.length);
    }
  }

  private static final class Member implements Sink {
    private final CountingSink count = new CountingSink();
    private final Window window;

    Member(Window window) {
      this.window = window;
    }

    @Override
    public void accept(Message message) {
      count.accept(message);
      window.received(count.received());
    }
  }
}
