package org.boardbench.springwebsocketredis;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In what a plain server differs from one for production.
 *
 * @param style also what holds for the channels when that is left to it
 * @param channels how messages get from worker to worker
 */
@ConfigurationProperties("board")
record Style(Name style, Channels channels) {
  enum Name {
    PRODUCTION,
    PLAIN
  }

  enum Channels {
    STYLE,
    BOARD,
    ONE
  }

  boolean hasChannelABoard() {
    return channels == Channels.STYLE ? style == Name.PRODUCTION : channels == Channels.BOARD;
  }

  /** Whether a session has an outbox, or whoever has a message writes it and waits. */
  boolean hasOutboxes() {
    return style == Name.PRODUCTION;
  }

  /** Whether messages are handed on in the order in which they come from Redis. */
  boolean keepsOrder() {
    return style == Name.PRODUCTION;
  }
}
