package org.boardbench.trial.events;

import java.io.IOException;

/**
 * Does something at events.
 *
 * @param name as {@link EventConsumer#name}
 */
public record Acting<E extends Event>(String name, Action<E> action) implements EventConsumer<E> {
  /** What is done at an event. */
  @FunctionalInterface
  public interface Action<E> {
    void at(E event) throws IOException;
  }

  @Override
  public void accept(E event) throws IOException {
    action.at(event);
  }
}
