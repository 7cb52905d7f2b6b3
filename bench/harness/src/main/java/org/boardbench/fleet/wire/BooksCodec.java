package org.boardbench.fleet.wire;

import org.boardbench.account.record.Phase;
import org.boardbench.account.result.BoardBooks;

/** An agent's books of shared boards as bytes. */
final class BooksCodec {
  private BooksCodec() {}

  static void write(WireWriter to, BoardBooks books) {
    to.list(books.sent(), sent -> sent(to, sent));
    to.list(books.unfinished(), message -> message(to, message));
    to.list(books.received(), received -> received(to, received));
    to.list(books.stays(), stay -> stay(to, stay));
  }

  static BoardBooks read(WireReader from) {
    return new BoardBooks(
        from.list(() -> sent(from)),
        from.list(() -> message(from)),
        from.list(() -> received(from)),
        from.list(() -> stay(from)));
  }

  private static void message(WireWriter to, BoardBooks.Message of) {
    to.number(of.sender()).number(of.sequence()).tag(of.kind().letter()).tag(of.messageClass());
    to.number(of.intendedNs()).number(of.sentNs());
  }

  private static BoardBooks.Message message(WireReader from) {
    int sender = from.number();
    int sequence = from.number();
    Phase.Kind kind = Phase.Kind.of(from.tag());
    if (kind == null) {
      throw new WireException("a message of no phase");
    }
    return new BoardBooks.Message(
        sender, sequence, kind, from.tag(), from.longNumber(), from.longNumber());
  }

  private static void sent(WireWriter to, BoardBooks.Sent of) {
    message(to, of.message());
    to.number(of.board()).number(of.second()).number(of.planned());
    to.number(of.expected()).number(of.delivered()).number(of.latestNs());
  }

  private static BoardBooks.Sent sent(WireReader from) {
    return new BoardBooks.Sent(
        message(from),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.number(),
        from.longNumber());
  }

  private static void received(WireWriter to, BoardBooks.Received of) {
    message(to, of.message());
    to.number(of.delivered()).number(of.latestNs());
  }

  private static BoardBooks.Received received(WireReader from) {
    return new BoardBooks.Received(message(from), from.number(), from.longNumber());
  }

  private static void stay(WireWriter to, BoardBooks.Stay of) {
    to.number(of.board()).number(of.fromNs()).number(of.untilNs());
  }

  private static BoardBooks.Stay stay(WireReader from) {
    return new BoardBooks.Stay(from.number(), from.longNumber(), from.longNumber());
  }
}
