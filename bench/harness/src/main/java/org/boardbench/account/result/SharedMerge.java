package org.boardbench.account.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.row.SecondRecord;

/**
 * Makes of the merged results of drivers that shared boards what one driver of all their users
 * would know: each message is followed to the users of all of them. What only one clock and one
 * order of arrivals could tell is not measured: how long a message took to a share of its
 * receivers, but for the last of them, and the age of its points.
 */
public final class SharedMerge {
  /** What is to be added to the figures of one class. */
  private static final class Correction {
    private long expectedInHold;
    private long deliveredInHold;
    private long expectedInRamp;
    private long deliveredInRamp;
    private long away;
    private long complete;
    private final Histogram reached = TimeHistograms.upTo(0);
  }

  private final StageResult merged;
  private final List<BoardBooks> books;
  private final boolean areAllThere;
  private final Phase.Kind mainKind;
  private final List<Map<BoardBooks.Message, Got>> received = new ArrayList<>();
  private final List<Members> members = new ArrayList<>();
  private final List<Correction> classes = new ArrayList<>();
  private final long[] expectedInSecond;
  private final long[] lostInSecond;
  private long corruptInHold;
  private long corruptInRamp;

  /** What users of a driver got of one message, on all of its loops. */
  private record Got(int delivered, long latestNs) {
    Got plus(Got other) {
      return new Got(delivered + other.delivered, Math.max(latestNs, other.latestNs));
    }
  }

  private SharedMerge(StageResult merged, List<BoardBooks> books, boolean areAllThere) {
    this.merged = merged;
    this.books = books;
    this.areAllThere = areAllThere;
    this.mainKind = Phase.Kind.mainOf(merged.number());
    this.expectedInSecond = new long[merged.seconds().size()];
    this.lostInSecond = new long[merged.seconds().size()];
    merged.classes().forEach(one -> classes.add(new Correction()));
    for (BoardBooks one : books) {
      Map<BoardBooks.Message, Got> got = new HashMap<>();
      one.received()
          .forEach(message ->
              got.merge(
                  message.message(), new Got(message.delivered(), message.latestNs()), Got::plus));
      received.add(got);
      members.add(Members.of(one.stays()));
    }
  }

  /**
   * The whole.
   *
   * @param merged the drivers' results, merged
   * @param books of the same drivers
   * @param areAllThere whether no driver's result is missing: then a message that nobody has sent
   *     is made up, and corrupt
   */
  public static StageResult of(StageResult merged, List<BoardBooks> books, boolean areAllThere) {
    SharedMerge merge = new SharedMerge(merged, List.copyOf(books), areAllThere);
    merge.follow();
    return merge.corrected();
  }

  private void follow() {
    for (int driver = 0; driver < books.size(); driver++) {
      for (BoardBooks.Sent sent : books.get(driver).sent()) {
        follow(driver, sent);
      }
    }
    books.forEach(
        one -> one.unfinished().forEach(message -> received.forEach(got -> got.remove(message))));
    if (areAllThere) {
      received.forEach(got -> got.forEach((message, madeUp) -> countCorrupt(message, madeUp)));
    }
  }

  private void follow(int driver, BoardBooks.Sent sent) {
    int expected = 0;
    int delivered = 0;
    long latestNs = sent.latestNs();
    for (int other = 0; other < books.size(); other++) {
      if (other != driver) {
        int there = members.get(other).at(sent.board(), sent.message().sentNs());
        Got got = received.get(other).remove(sent.message());
        int came = got == null ? 0 : got.delivered();
        // Who got it was there, whatever two clocks make of it.
        expected += Math.max(there, came);
        delivered += came;
        latestNs = got == null ? latestNs : Math.max(latestNs, got.latestNs());
      }
    }
    count(sent, expected, delivered, latestNs);
  }

  /** So many more than at its sender's driver. */
  private void count(BoardBooks.Sent sent, int expected, int delivered, long latestNs) {
    BoardBooks.Message message = sent.message();
    Correction correction = classes.get(message.messageClass());
    int inSecond = Math.min(sent.second(), expectedInSecond.length - 1);
    expectedInSecond[inSecond] += expected;
    lostInSecond[inSecond] += expected - delivered;
    if (message.kind() != mainKind) {
      correction.expectedInRamp += expected;
      correction.deliveredInRamp += delivered;
      return;
    }
    correction.expectedInHold += expected;
    correction.deliveredInHold += delivered;
    correction.away += Math.max(0, sent.planned() - sent.expected() - expected);
    if (sent.delivered() + delivered == sent.expected() + expected) {
      correction.complete++;
      if (sent.delivered() + delivered > 0) {
        TimeHistograms.record(correction.reached, message.intendedNs(), latestNs);
      }
    }
  }

  private void countCorrupt(BoardBooks.Message message, Got madeUp) {
    if (message.kind() == mainKind) {
      corruptInHold += madeUp.delivered();
    } else {
      corruptInRamp += madeUp.delivered();
    }
  }

  private StageResult corrected() {
    List<MessageResult> messages = new ArrayList<>();
    for (int number = 0; number < classes.size(); number++) {
      messages.add(corrected(merged.classes().get(number), classes.get(number)));
    }
    List<SecondResult> seconds = new ArrayList<>();
    for (int row = 0; row < merged.seconds().size(); row++) {
      SecondRecord.Messages more =
          new SecondRecord.Messages(
              0, 0, expectedInSecond[row], lostInSecond[row], OptionalLong.empty(), 0);
      seconds.add(merged.seconds().get(row).withMore(more));
    }
    return new StageResult(
        merged.number(),
        merged.spec(),
        merged.holdStartNs(),
        merged.holdEndNs(),
        merged.joined(),
        merged.connections(),
        messages,
        merged.traffic().plus(new TrafficCounts(0, 0, 0, corruptInRamp, corruptInHold)),
        merged.driver(),
        seconds,
        merged.intervals(),
        merged.paths());
  }

  private static MessageResult corrected(MessageResult one, Correction by) {
    MessageTimes times = one.times();
    ReachTimes reach = times.reach();
    return new MessageResult(
        one.hold().plus(deliveries(by.expectedInHold, by.deliveredInHold)),
        one.ramp().plus(deliveries(by.expectedInRamp, by.deliveredInRamp)),
        one.unserved(),
        new OwedDeliveries(one.owed().total(), one.owed().unserved(), by.away),
        one.sentBytes(),
        one.returned(),
        by.complete,
        new MessageTimes(
            times.rtt(),
            times.service(),
            times.delivery(),
            times.pointAge(),
            times.sendDelay(),
            times.censored(),
            new ReachTimes(reach.first(), reach.half(), reach.p95(), reach.p99(), by.reached)));
  }

  private static MessageCounts deliveries(long expected, long delivered) {
    return new MessageCounts(0, 0, expected, delivered, 0, 0, 0, 0);
  }
}
