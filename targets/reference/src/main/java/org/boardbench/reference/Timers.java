package org.boardbench.reference;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done later. Used by the server's thread alone. */
final class Timers {
  private record Task(long timeNs, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::timeNs));

  void at(long timeNs, Runnable work) {
    tasks.add(new Task(timeNs, work));
  }

  /** When the next is due; {@code Long.MAX_VALUE} when there is none. */
  long nextNs() {
    return tasks.isEmpty() ? Long.MAX_VALUE : tasks.element().timeNs();
  }

  void runDue(long nowNs) {
    while (nextNs() <= nowNs) {
      tasks.remove().work().run();
    }
  }
}
