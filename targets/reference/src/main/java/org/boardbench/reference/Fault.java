package org.boardbench.reference;

import java.util.Locale;

/**
 * What the server can do wrong. Where two fall on the same occasion, the first of this order
 * happens.
 */
public enum Fault {
  /** Not delivered. */
  DROP(Occasion.DELIVERY),
  /** Delivered twice. */
  DUPLICATE(Occasion.DELIVERY),
  /** Delivered after the sender's next message; one that never comes makes it no fault. */
  SWAP(Occasion.DELIVERY),
  /** Delivered, and to a member of another board too; without such a member it is no fault. */
  MISROUTE(Occasion.DELIVERY),
  /** Delivered with a stamp that nobody can read. */
  CORRUPT(Occasion.DELIVERY),
  /** Delivered later. */
  DELAY(Occasion.DELIVERY),
  /** Delivered with other key order and spaces. */
  RESERIALIZE(Occasion.DELIVERY),
  /** Delivered in three fragments, with a ping between them. */
  FRAGMENT(Occasion.DELIVERY),
  /** A ping before it. */
  PING(Occasion.DELIVERY),
  /** Delivered byte by byte, one a millisecond. */
  TRICKLE(Occasion.DELIVERY),
  /** A frame with RSV1 set instead, which nobody has agreed to. */
  COMPRESS(Occasion.DELIVERY),
  /** The header of a frame of 20 MiB instead. */
  HUGE(Occasion.DELIVERY),
  /** Bytes that are no frame instead. */
  GARBAGE(Occasion.DELIVERY),
  /** A text that is no UTF-8 instead. */
  NO_UTF8(Occasion.DELIVERY),
  /** The receiver's connection is closed instead, without a close frame. */
  CUT(Occasion.DELIVERY),
  /** All connections are closed instead, without close frames. */
  CUT_ALL(Occasion.DELIVERY),
  /** A close frame with 1001 instead. */
  GO_AWAY(Occasion.DELIVERY),
  /** An error answer before it. */
  ERROR(Occasion.DELIVERY),
  /** An error answer with a long text of its own, full of control characters, before it. */
  NEW_ERROR(Occasion.DELIVERY),
  /** A masked frame instead, which only a client may send. */
  MASK(Occasion.DELIVERY),
  /** A close frame with a code that none may be sent with instead. */
  BAD_CLOSE(Occasion.DELIVERY),
  /** Delivered in one frame with the receiver's next ones, one a line. */
  BATCH(Occasion.DELIVERY),
  /** The server does nothing at all for a while before it. */
  STALL(Occasion.DELIVERY),

  /** The opening handshake is answered with 503. */
  REFUSE_HANDSHAKE(Occasion.CONNECTION),
  /** The opening handshake is not answered. */
  MUTE_HANDSHAKE(Occasion.CONNECTION),
  /** The opening handshake is answered with 302 and some words. */
  REDIRECT_HANDSHAKE(Occasion.CONNECTION),
  /** The opening handshake is answered in an unusual way that HTTP allows. */
  ODD_HANDSHAKE(Occasion.CONNECTION),
  /** The opening handshake is answered byte by byte. */
  TRICKLE_HANDSHAKE(Occasion.CONNECTION),
  /**
   * One ping and half of another come with the handshake's answer, the rest in a packet of its own.
   */
  FRAMES_WITH_HANDSHAKE(Occasion.CONNECTION),
  /** The join is not answered. */
  MUTE_JOIN(Occasion.CONNECTION),
  /** The join is answered with an error. */
  REFUSE_JOIN(Occasion.CONNECTION),
  /** The connection is closed in the place of the join's answer, without a close frame. */
  CUT_JOIN(Occasion.CONNECTION),

  /**
   * The sender's connection is reset in the place of the message's deliveries. Who sends on before
   * it has noticed finds out by the send.
   */
  CUT_WRITE(Occasion.MESSAGE);

  /** What is counted to find every K-th. */
  enum Occasion {
    /** A message for one member. */
    DELIVERY,
    /** An opening handshake. */
    CONNECTION,
    /** A message for a board. */
    MESSAGE
  }

  private final Occasion occasion;

  Fault(Occasion occasion) {
    this.occasion = occasion;
  }

  Occasion occasion() {
    return occasion;
  }

  /** How many deliveries come of one that it befalls. */
  int deliveries() {
    return switch (this) {
      case DROP, COMPRESS, HUGE, GARBAGE, NO_UTF8, CUT, CUT_ALL, GO_AWAY, MASK, BAD_CLOSE -> 0;
      case DUPLICATE, MISROUTE -> 2;
      default -> 1;
    };
  }

  /** Its name as a parameter and in the counts, such as {@code go-away}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
