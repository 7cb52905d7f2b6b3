package org.boardbench.clients.sentinel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.side.SideUsers;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.results.row.TimeFigures;

/**
 * One passive user on each board, on a loop of their own, from before the client's start to after
 * its end.
 */
public final class Sentinels implements AutoCloseable {
  /** Above all users of a plan. */
  private static final int FIRST_USER = 1_000_000;

  private static final double NS_PER_S = 1e9;

  private final SentinelBook book;
  private final SideUsers users;

  private Sentinels(ExperimentPlan plan, Protocol protocol, SocketLoops loops, EpochClock clock) {
    this.book = new SentinelBook(Math.round(NS_PER_S / plan.workload().ratePerUser()));
    StrokePayload payload = new StrokePayload(plan.largestMessageBytes());
    List<SentinelUser> listeners =
        IntStream.range(0, plan.workload().boards())
            .mapToObj(board -> new UserIdentity(FIRST_USER + board, board))
            .map(identity ->
                new SentinelUser(
                    identity,
                    protocol.session(identity, payload.body(identity)),
                    book,
                    clock.epoch()))
            .toList();
    this.users = SideUsers.start("sentinels", listeners, loops, clock);
  }

  /**
   * Has them all join.
   *
   * @throws ClientFailure when one does not within the plan's time to join
   */
  public static Sentinels join(
      ExperimentPlan plan,
      Endpoint endpoint,
      Protocol protocol,
      SocketLoops loops,
      EpochClock clock)
      throws ClientFailure, InterruptedException {
    Sentinels sentinels = new Sentinels(plan, protocol, loops, clock);
    boolean allJoined = false;
    try {
      if (!sentinels.users.join(endpoint, protocol, plan.deadlines().join().toNanos())) {
        sentinels.check();
        throw new ClientFailure("a sentinel did not join in time");
      }
      allJoined = true;
      return sentinels;
    } finally {
      if (!allJoined) {
        sentinels.close(); // complements the loop's start
      }
    }
  }

  /**
   * What they saw of the messages that were sent in a hold.
   *
   * @param fromNs when the hold began (run clock), {@code toNs} when it ended
   * @throws ClientFailure when one of them is no longer on its board: then nobody knows
   */
  public Sight sight(long fromNs, long toNs) throws ClientFailure {
    check();
    SentinelBook.Sight sight = book.between(fromNs, toNs);
    return new Sight(
        sight.seen(), book.total(), sight.delivery(), sight.sendDelay(), sight.bufferPct());
  }

  /** Messages of all times that they have seen so far. */
  public long total() {
    return book.total();
  }

  private void check() throws ClientFailure {
    Optional<String> fault = users.fault();
    if (fault.isPresent()) {
      throw new ClientFailure("a sentinel " + fault.get());
    }
  }

  @Override
  public void close() {
    users.close();
  }

  /**
   * What they saw.
   *
   * @param seen messages of the hold
   * @param total messages of all times
   * @param delivery from a message's sending to the kernel's time of its arrival, of the hold
   * @param sendDelay how much later than due the hold's messages were sent; where the client does
   *     not say when one was due, than the most punctual one of the same user
   * @param bufferPct how full a sentinel's receive buffer became because it was read late
   */
  public record Sight(
      long seen, long total, TimeFigures delivery, TimeFigures sendDelay, double bufferPct) {}
}
