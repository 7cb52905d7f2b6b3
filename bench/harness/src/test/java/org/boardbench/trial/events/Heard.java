package org.boardbench.trial.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told; complete once the bus is closed. */
public final class Heard<E extends Event> implements EventConsumer<E> {
  private final List<E> events = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "The test";
  }

  @Override
  public void accept(E event) {
    events.add(event);
  }

  /** A bus that tells this one alone. */
  public EventBus<E> bus() {
    return EventBus.to(List.of(this), sentence -> {});
  }

  public List<E> events() {
    return List.copyOf(events);
  }

  /** Those of one kind. */
  public <T extends E> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
