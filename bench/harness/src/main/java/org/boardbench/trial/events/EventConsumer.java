package org.boardbench.trial.events;

import java.io.IOException;

/** Wants to know of events. Called on one thread that is its own, so it may take its time. */
public interface EventConsumer<E extends Event> extends AutoCloseable {
  /** Who that is, to begin a sentence with: {@code The terminal}. */
  String name();

  /**
   * An event; they come in the order in which they were told.
   *
   * @throws IOException when the consumer fails at this event; it gets the next ones all the same
   */
  void accept(E event) throws IOException;

  /**
   * Whether somebody is to know that it lagged so far that interim events were skipped; not where
   * it makes up for them.
   */
  default boolean isToKeepUp() {
    return true;
  }

  /** No further event comes. */
  @Override
  default void close() {}
}
