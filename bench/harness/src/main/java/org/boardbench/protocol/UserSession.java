package org.boardbench.protocol;

import java.util.Arrays;

/**
 * One user's conversation with the server after the opening handshake. Not thread-safe: called by
 * the owning loop only. What there is to send beside messages goes to the {@link FrameSender} of
 * the call. Bytes that are passed in last for the call only.
 */
public interface UserSession {
  /** What a message that is none of the measurement meant. */
  enum Meaning {
    /** The server has confirmed this user's membership. */
    JOINED,
    /** The server has refused something or reports a fault; {@link #lastError()} says what. */
    ERROR,
    /** Legal in the protocol and no message of ours (a heart-beat, a notice); nothing to count. */
    HOUSEKEEPING,
    /** Not legal, or a message of ours that is damaged: counts as corrupt. */
    UNKNOWN
  }

  /** Takes one message of a frame. */
  @FunctionalInterface
  interface MessageSink {
    void message(byte[] bytes, int offset, int length);
  }

  /** The connection is open: starts to join. */
  void opened(FrameSender out);

  /** Whether the user is a member from then on, with nothing to wait for. */
  default boolean isJoinedOnceOpen() {
    return false;
  }

  /** Whether binary frames are legal; where they are not, one counts as corrupt unread. */
  default boolean takesBinary() {
    return false;
  }

  /**
   * Gives each message of a frame to {@code sink}, in their order: servers may send several in one.
   * A frame without any, or one that cannot be taken apart, is given as it is.
   */
  default void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    sink.message(bytes, offset, length);
  }

  /**
   * Whether a frame in which strokes were counted holds something beside them that {@link
   * #received} must hear of, such as a question that wants an answer. Asked of each such frame:
   * looks through it fast, and allocates nothing.
   */
  default boolean holdsOthers(byte[] bytes, int offset, int length) {
    return false;
  }

  /**
   * Whether a frame is the board's history, for which this session has asked and which has not come
   * yet: then its stamps are none of messages on their way. Asked of every frame: allocates
   * nothing.
   */
  default boolean takesHistory(byte[] bytes, int offset, int length) {
    return false;
  }

  /**
   * Takes a message in which no stamp of a measured phase was found.
   *
   * @param kind of the frame that it came in
   */
  Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out);

  /**
   * What a user who has not joined yet waits for, in words that go behind "no", such as {@code
   * answer to its join}: so that a server which never says it can be told what it lacks.
   */
  default String awaited() {
    return "answer to its join";
  }

  /** The reason behind the last {@link Meaning#ERROR}, as {@code ServerText.line} has it. */
  String lastError();

  /** What kind of frame a message to be published goes in. */
  default FrameKind messageKind() {
    return FrameKind.TEXT;
  }

  /** The most bytes that {@link #message} writes for a body of that size. */
  int messageBytes(int bodyBytes);

  /** Sends what goes ahead of the next {@link #message} in frames of its own. */
  default void beforeMessage(FrameSender out) {}

  /**
   * Writes the payload of the frame of the next message to {@code target} from {@code at} on, its
   * body of {@code bodyBytes} bytes and with {@code stamp}. Allocates nothing.
   *
   * @return how many bytes
   */
  int message(CharSequence stamp, int bodyBytes, byte[] target, int at);

  /** Sends the next message at once. For messages outside of a measurement: it allocates. */
  default void publish(CharSequence stamp, int bodyBytes, FrameSender out) {
    beforeMessage(out);
    byte[] room = new byte[messageBytes(bodyBytes)];
    int bytes = message(stamp, bodyBytes, room, 0);
    out.send(messageKind(), Arrays.copyOf(room, bytes));
  }

  /**
   * Keeps what the protocol promised about silence, and asks again where a server may have missed
   * the question. To be called about every 200 ms until {@link Meaning#JOINED}, and about once a
   * second from then on; more often does no harm.
   *
   * @param nowNs run clock
   * @param lastReceivedNs when the last byte came in
   * @param lastSentNs when the last byte went out
   * @return false when the server broke its promise and the connection must count as dropped
   */
  default boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    return true;
  }

  /** Says good-bye where the protocol has a word for it. */
  default void closing(FrameSender out) {}
}
