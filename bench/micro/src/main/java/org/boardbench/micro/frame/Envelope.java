package org.boardbench.micro.frame;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What is between a board's message and the WebSocket frame, on the way that Spring's sessions
 * take: their frames are text, so bytes become a String and bytes again. Used by one thread.
 */
interface Envelope {
  /** Every envelope by the name that stands in results. */
  Map<String, Supplier<Envelope>> ALL =
      Map.of("plain", PlainEnvelope::new, "spring-stomp", StompEnvelope::new);

  static Envelope named(String name) {
    return ALL.get(name).get();
  }

  /** The payload of the text frame in which a sender publishes the message. */
  byte[] published(byte[] message);

  /**
   * The payload of the text frame for one member.
   *
   * @param message JSON in UTF-8
   */
  byte[] wrap(byte[] message);

  /**
   * The message that a frame brought.
   *
   * @param text the payload of the text frame
   */
  byte[] unwrap(byte[] text);
}
