package org.boardbench.clients.sentinel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.TimeFigures;

/** What the sentinels of all boards have seen. Thread-safe. */
final class SentinelBook {
  private static final long USUAL_NS = 1_000_000_000;

  private final long intervalNs;
  private final Set<Message> known = new HashSet<>();
  private final List<Arrival> arrivals = new ArrayList<>();

  private double bufferPct;

  /**
   * @param intervalNs of a user's schedule
   */
  SentinelBook(long intervalNs) {
    this.intervalNs = intervalNs;
  }

  private record Message(int board, String sender, long number) {}

  private record Arrival(int board, MessageMark mark, long receivedNs) {}

  private record User(int board, String sender) {}

  /** A message has reached the sentinel of {@code board}; a second time it does not count. */
  synchronized void arrived(int board, MessageMark mark, long receivedNs) {
    if (known.add(new Message(board, mark.sender(), mark.number()))) {
      arrivals.add(new Arrival(board, mark, receivedNs));
    }
  }

  /** A sentinel's receive buffer has become so full because it was read late. */
  synchronized void readLate(double fullPct) {
    bufferPct = Math.max(bufferPct, fullPct);
  }

  /** Of the messages that count from {@code fromNs} until before {@code toNs} (run clock). */
  synchronized Sight between(long fromNs, long toNs) {
    Map<User, Long> starts = starts();
    Histogram delivery = TimeHistograms.upTo(USUAL_NS);
    Histogram sendDelay = TimeHistograms.upTo(USUAL_NS);
    for (Arrival arrival : arrivals) {
      MessageMark mark = arrival.mark;
      if (mark.countedNs() >= fromNs && mark.countedNs() < toNs) {
        TimeHistograms.record(delivery, mark.sentNs(), arrival.receivedNs);
        TimeHistograms.record(sendDelay, dueNs(arrival, starts), mark.sentNs());
      }
    }
    return new Sight(
        delivery.getTotalCount(),
        TimeHistograms.figures(delivery),
        TimeHistograms.figures(sendDelay),
        bufferPct);
  }

  /** When each user's schedule began, if its most punctual message was sent when it was due. */
  private Map<User, Long> starts() {
    Map<User, Long> starts = new HashMap<>();
    for (Arrival arrival : arrivals) {
      starts.merge(user(arrival), startNs(arrival.mark), Math::min);
    }
    return starts;
  }

  private long dueNs(Arrival arrival, Map<User, Long> starts) {
    MessageMark mark = arrival.mark;
    return mark.dueNs().orElseGet(() -> starts.get(user(arrival)) + mark.number() * intervalNs);
  }

  private long startNs(MessageMark mark) {
    return mark.sentNs() - mark.number() * intervalNs;
  }

  private static User user(Arrival arrival) {
    return new User(arrival.board, arrival.mark.sender());
  }

  /** Of all messages. */
  synchronized long total() {
    return arrivals.size();
  }

  /**
   * What was seen.
   *
   * @param delivery from a message's sending to the kernel's time of its arrival
   * @param sendDelay how much later than due these messages were sent
   * @param bufferPct how full a sentinel's receive buffer became, of all times
   */
  record Sight(long seen, TimeFigures delivery, TimeFigures sendDelay, double bufferPct) {}
}
