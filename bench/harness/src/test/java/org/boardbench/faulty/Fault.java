package org.boardbench.faulty;

/** What a {@link FaultyServer} can do wrong. */
public enum Fault {
  // At every K-th delivery:
  /** Not delivered. */
  DROP,
  /** Delivered twice. */
  DUPLICATE,
  /** Delivered after the sender's next message. */
  SWAP,
  /** Delivered, and to a member of another board too. */
  MISROUTE,
  /** Delivered with a stamp that nobody can read. */
  CORRUPT,
  /** Delivered later. */
  DELAY,
  /** Delivered with other key order and spaces. */
  RESERIALIZE,
  /** Delivered in three fragments, with a ping between them. */
  FRAGMENT,
  /** A ping before it. */
  PING,
  /** Delivered byte by byte. */
  TRICKLE,
  /** A frame with RSV1 set instead, which nobody has agreed to. */
  COMPRESS,
  /** The header of a frame of 20 MiB instead. */
  HUGE,
  /** Bytes that are no frame instead. */
  GARBAGE,
  /** A text that is no UTF-8 instead. */
  NO_UTF8,
  /** The connection is closed instead, without a close frame. */
  CUT,
  /** A close frame with 1001 instead. */
  GO_AWAY,
  /** An error answer before it. */
  ERROR,

  // At every K-th connection:
  /** The opening handshake is answered with 503. */
  REFUSE_HANDSHAKE,
  /** The opening handshake is not answered. */
  MUTE_HANDSHAKE,
  /** The opening handshake is answered byte by byte. */
  TRICKLE_HANDSHAKE,
  /**
   * One ping and half of another come with the handshake's answer, the rest in a packet of its own.
   */
  FRAMES_WITH_HANDSHAKE,
  /** The join is not answered. */
  MUTE_JOIN,
  /** The join is answered with an error. */
  REFUSE_JOIN
}
