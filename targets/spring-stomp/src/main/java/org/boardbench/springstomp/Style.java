package org.boardbench.springstomp;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In what a server on Spring's defaults differs from one for production.
 *
 * @param style what holds for the choices that are left to it
 * @param order whether messages of one session may overtake each other in the channels' threads
 * @param executor what the threads are that send
 */
@ConfigurationProperties("board")
record Style(Name style, Order order, Executor executor) {
  enum Name {
    PRODUCTION,
    PLAIN
  }

  enum Order {
    STYLE,
    KEPT,
    FREE
  }

  enum Executor {
    STYLE,
    VIRTUAL,
    POOL
  }

  boolean keepsOrder() {
    return order == Order.STYLE ? style == Name.PRODUCTION : order == Order.KEPT;
  }

  boolean sendsOnVirtualThreads() {
    return executor == Executor.STYLE ? style == Name.PRODUCTION : executor == Executor.VIRTUAL;
  }
}
