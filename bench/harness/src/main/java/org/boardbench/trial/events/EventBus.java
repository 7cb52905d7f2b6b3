package org.boardbench.trial.events;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells several consumers of events, each on a thread of its own. Who tells never waits and never
 * fails, whatever a consumer does; what must be on the disk before a run goes on is therefore not
 * for a consumer to write. Thread-safe; all consumers see one order.
 *
 * <p>To a consumer who lags, an interim event that still waits gives way to a newer one of its
 * class. All other events wait for as long as it takes: a run has only some for each stage.
 */
public final class EventBus<E extends Event> implements AutoCloseable {
  /** A person's terminal that scrolls is done by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<Inbox<E>> inboxes;
  private final Consumer<String> notes;
  private final Duration patience;
  private boolean isClosed;

  private EventBus(
      List<? extends EventConsumer<E>> consumers, Consumer<String> notes, Duration patience) {
    this.inboxes = consumers.stream().<Inbox<E>>map(Inbox::start).toList();
    this.notes = notes;
    this.patience = patience;
  }

  /**
   * Begins to tell {@code consumers}, and closes each when it has been told of everything.
   *
   * @param notes gets a sentence for each consumer that has failed, or was not told of everything,
   *     once all is over
   */
  public static <E extends Event> EventBus<E> to(
      List<? extends EventConsumer<E>> consumers, Consumer<String> notes) {
    return to(consumers, notes, PATIENCE);
  }

  /** With another time than the usual one for consumers to catch up at the end. */
  public static <E extends Event> EventBus<E> to(
      List<? extends EventConsumer<E>> consumers, Consumer<String> notes, Duration patience) {
    return new EventBus<>(consumers, notes, patience);
  }

  /** Tells nobody. */
  public static <E extends Event> EventBus<E> toNobody() {
    return to(List.of(), sentence -> {});
  }

  /** Tells everybody; nobody once the bus is closed. */
  public synchronized void publish(E event) {
    inboxes.forEach(inbox -> inbox.put(event));
  }

  /**
   * Gives the consumers a few seconds to catch up, interrupted or not, and leaves behind who has
   * not. Closing again does nothing.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      inboxes.forEach(Inbox::close);
    }
    long deadlineNs = System.nanoTime() + patience.toNanos();
    inboxes.forEach(inbox -> inbox.awaitEnd(deadlineNs));
    inboxes.forEach(inbox -> inbox.troubles().forEach(notes));
  }
}
