package org.boardbench.protocol;

import java.nio.charset.StandardCharsets;
import org.boardbench.core.ServerText;

/**
 * One user's conversation with the server after the opening handshake. Not thread-safe: called by
 * the owning loop only. Text to send goes to the {@link TextSender} of the call.
 */
public interface UserSession {
  /** Takes one complete text message to the socket. */
  @FunctionalInterface
  interface TextSender {
    void send(String text);
  }

  /** What a frame that is no stroke of the measurement meant. */
  enum Meaning {
    /** The server has confirmed this user's membership. */
    JOINED,
    /** The server has refused something or reports a fault; {@link #lastError()} says what. */
    ERROR,
    /** Belongs to the protocol (a heart-beat, another user's probe); nothing to count. */
    HOUSEKEEPING,
    /** Not understood: counts as corrupt. */
    UNKNOWN
  }

  /** Takes one message of a frame; the bytes only last for the call. */
  @FunctionalInterface
  interface MessageSink {
    void message(byte[] bytes, int offset, int length);
  }

  /**
   * Gives each message of a frame to {@code sink}, in their order: servers may send several in one.
   * A frame without any, or one that cannot be taken apart, is given as it is.
   */
  default void messages(byte[] bytes, int offset, int length, MessageSink sink) {
    sink.message(bytes, offset, length);
  }

  /** The JSON text that {@code message} carries; without an envelope, the message itself. */
  default String body(String message) {
    return message;
  }

  /** The connection is open: starts to join. */
  void opened(TextSender out);

  /**
   * Takes a message in which no stamp of a measured phase was found, probes included.
   *
   * @param bytes UTF-8 text at {@code [offset, offset + length)}, valid during the call only
   */
  Meaning received(byte[] bytes, int offset, int length, TextSender out);

  /** The reason behind the last {@link Meaning#ERROR}, as {@link ServerText#line} has it. */
  String lastError();

  /** Size of each stroke's text. */
  int strokeBytes();

  /**
   * Writes the complete text of a stroke that carries {@code stamp} to {@code target} from {@code
   * at} on. Allocates nothing.
   *
   * @return {@link #strokeBytes}
   */
  int stroke(CharSequence stamp, byte[] target, int at);

  /** The same as a string. */
  default String stroke(CharSequence stamp) {
    byte[] text = new byte[strokeBytes()];
    stroke(stamp, text, 0);
    return new String(text, StandardCharsets.UTF_8);
  }

  /**
   * Keeps what the protocol promised about silence (STOMP heart-beats), and asks again where a
   * server may have missed the question (STOMP probes). To be called about every 200 ms until
   * {@link Meaning#JOINED}, and about once a second from then on; more often does no harm.
   *
   * @param nowNs run clock
   * @param lastReceivedNs when the last byte came in
   * @param lastSentNs when the last text went out
   * @return false when the server broke its promise and the connection must count as dropped
   */
  boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, TextSender out);

  /** Says good-bye where the protocol has a word for it. */
  void closing(TextSender out);
}
