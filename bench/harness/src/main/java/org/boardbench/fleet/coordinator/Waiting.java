package org.boardbench.fleet.coordinator;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.boardbench.fleet.FleetException;

/** Waits for agents, and never longer than it says: who does not answer by then is lost. */
final class Waiting {
  private static final long POLL_MS = 5;

  private Waiting() {}

  /** What is done again and again meanwhile. */
  @FunctionalInterface
  interface Meanwhile {
    void look() throws InterruptedException;
  }

  /**
   * Until every one that is not lost has come so far.
   *
   * @param otherwise what is said of one that has not in time
   */
  static void forAll(
      List<AgentLink> links,
      Predicate<AgentLink> reached,
      Duration patience,
      String otherwise,
      Meanwhile meanwhile)
      throws InterruptedException {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (links.stream().anyMatch(link -> isAwaited(link, reached))) {
      if (System.nanoTime() - deadlineNs > 0) {
        links.stream()
            .filter(link -> isAwaited(link, reached))
            .forEach(
                link -> link.lost("%s within %d s".formatted(otherwise, patience.toSeconds())));
      }
      meanwhile.look();
      Thread.sleep(POLL_MS);
    }
  }

  private static boolean isAwaited(AgentLink link, Predicate<AgentLink> reached) {
    return link.lost().isEmpty() && !reached.test(link);
  }

  /**
   * Until every one has done what it was told last.
   *
   * @throws FleetException when one has not, or is lost
   */
  static void requireDone(List<AgentLink> links, Duration patience, String otherwise)
      throws InterruptedException {
    forAll(links, AgentLink::isDone, patience, otherwise, () -> {});
    for (AgentLink link : links) {
      if (link.lost().isPresent()) {
        throw new FleetException("agent " + link.address() + " " + link.lost().get());
      }
    }
  }
}
