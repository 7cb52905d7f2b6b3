package org.boardbench.clients.sentinel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.TimeFigures;

/** What the sentinels of all boards have seen. Thread-safe. */
final class SentinelBook {
  private static final long USUAL_NS = 1_000_000_000;

  private final Set<Message> known = new HashSet<>();
  private final List<Arrival> arrivals = new ArrayList<>();

  private record Message(int board, String sender, long number) {}

  private record Arrival(MessageMark mark, long receivedNs) {}

  /** A message has reached the sentinel of {@code board}; a second time it does not count. */
  synchronized void arrived(int board, MessageMark mark, long receivedNs) {
    if (known.add(new Message(board, mark.sender(), mark.number()))) {
      arrivals.add(new Arrival(mark, receivedNs));
    }
  }

  /** Of the messages that count from {@code fromNs} until before {@code toNs} (run clock). */
  synchronized Sight between(long fromNs, long toNs) {
    Histogram delivery = TimeHistograms.upTo(USUAL_NS);
    for (Arrival arrival : arrivals) {
      long countedNs = arrival.mark.countedNs();
      if (countedNs >= fromNs && countedNs < toNs) {
        TimeHistograms.record(delivery, arrival.mark.sentNs(), arrival.receivedNs);
      }
    }
    return new Sight(delivery.getTotalCount(), TimeHistograms.figures(delivery));
  }

  /** Of all messages. */
  synchronized long total() {
    return arrivals.size();
  }

  /**
   * What was seen.
   *
   * @param delivery from a message's sending to the kernel's time of its arrival
   */
  record Sight(long seen, TimeFigures delivery) {}
}
