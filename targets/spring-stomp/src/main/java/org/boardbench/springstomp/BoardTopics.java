package org.boardbench.springstomp;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the broker finds a board's subscribers.
 *
 * @param topics what a subscription to a board's topic is made for
 */
@ConfigurationProperties("filter")
record BoardTopics(Topics topics) {
  static final String SELECTOR = "selector";

  private static final String PREFIX = "/topic/board.";
  private static final String ALL = PREFIX + "*";

  enum Topics {
    /** That topic. */
    BOARD,
    /** The topics of all boards, of which a selector leaves that one. */
    ALL
  }

  boolean isFiltered() {
    return topics == Topics.ALL;
  }

  /** Whether a subscription to this is one to a board. */
  static boolean isOfBoard(String destination) {
    return destination != null && destination.startsWith(PREFIX);
  }

  /** What is subscribed to in the place of a board's topic. */
  static String all() {
    return ALL;
  }

  /** An expression that is true of messages to this topic; a quote in a text is written twice. */
  static String selectorOf(String destination) {
    return "headers.destination == '" + destination.replace("'", "''") + "'";
  }
}
