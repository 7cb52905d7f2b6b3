package org.boardbench.trial.events;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.boardbench.core.ServerText;
import org.boardbench.core.Uninterrupted;

/** The events that wait for one consumer, and the thread that hands them over. */
final class Inbox<E extends Event> {
  private final EventConsumer<E> consumer;
  private final Thread thread;

  // All guarded by this object's lock, which is never held while the consumer has an event.
  private final Queue<E> waiting = new ArrayDeque<>();
  private boolean isClosed;
  private boolean isHandingOver;
  private long skipped;
  private long failed;
  private Throwable firstFailure;
  private boolean isLeftBehind;
  private int missed;

  private Inbox(EventConsumer<E> consumer) {
    this.consumer = consumer;
    this.thread =
        Thread.ofPlatform().daemon().name("events-" + consumer.name()).unstarted(this::run);
  }

  static <E extends Event> Inbox<E> start(EventConsumer<E> consumer) {
    Inbox<E> inbox = new Inbox<>(consumer);
    inbox.thread.start();
    return inbox;
  }

  synchronized void put(E event) {
    if (isClosed) {
      return;
    }
    if (event.isInterim() && waiting.removeIf(older -> older.getClass() == event.getClass())) {
      skipped++;
    }
    waiting.add(event);
    notifyAll();
  }

  /** Nothing more comes; what waits is still handed over. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
  }

  private void run() {
    try {
      for (E event = take(); event != null; event = take()) {
        handOver(event);
      }
      consumer.close();
    } catch (InterruptedException e) {
      // Left behind: what it has open is its own affair now.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failedWith(e);
    }
  }

  /** The next event; null when there is none and none will come. */
  private synchronized E take() throws InterruptedException {
    isHandingOver = false;
    while (waiting.isEmpty() && !isClosed) {
      wait();
    }
    isHandingOver = !waiting.isEmpty();
    return waiting.poll();
  }

  private void handOver(E event) {
    try {
      consumer.accept(event);
    } catch (Exception | Error e) {
      failedWith(e);
    }
  }

  private synchronized void failedWith(Throwable failure) {
    failed++;
    if (firstFailure == null) {
      firstFailure = failure;
    }
  }

  /** Waits until all is handed over, and no longer than {@code deadlineNs}. */
  void awaitEnd(long deadlineNs) {
    if (!Uninterrupted.join(thread, deadlineNs)) {
      leaveBehind();
    }
  }

  private synchronized void leaveBehind() {
    isLeftBehind = true;
    missed = waiting.size() + (isHandingOver ? 1 : 0);
    waiting.clear();
    thread.interrupt();
  }

  /** A sentence for each thing that went wrong. */
  synchronized List<String> troubles() {
    List<String> sentences = new ArrayList<>();
    if (skipped > 0 && consumer.isToKeepUp()) {
      sentences.add(consumer.name() + " lagged: " + count(skipped, "interim event") + " skipped");
    }
    if (failed > 0) {
      sentences.add(
          consumer.name()
              + " failed at "
              + count(failed, "event")
              + ", first with "
              + ServerText.lines(firstFailure.toString()).replaceAll("\\s+", " "));
    }
    if (isLeftBehind) {
      sentences.add(consumer.name() + " hung and missed the last " + count(missed, "event"));
    }
    return sentences;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
