package org.boardbench.clients.sentinel;

import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.clients.output.ClientFailure;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
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
  private static final long POLL_MS = 5;
  private static final long KEEP_ALIVE_NS = 200_000_000;
  private static final long GOOD_BYE_MS = 100;

  private final EpochClock clock;
  private final SentinelBook book;
  private final List<SentinelUser> users;
  private final SocketLoop loop;

  private Sentinels(ExperimentPlan plan, Protocol protocol, SocketLoops loops, EpochClock clock) {
    this.clock = clock;
    this.book = new SentinelBook(Math.round(NS_PER_S / plan.workload().ratePerUser()));
    StrokePayload payload = new StrokePayload(plan.largestMessageBytes());
    this.users =
        IntStream.range(0, plan.workload().boards())
            .mapToObj(board -> new UserIdentity(FIRST_USER + board, board))
            .map(identity ->
                new SentinelUser(
                    identity,
                    protocol.session(identity, payload.body(identity)),
                    book,
                    clock,
                    clock.epoch()))
            .toList();
    this.loop = loops.start("sentinels", clock, new KeepAlives());
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
      Dialer dialer = new Dialer(endpoint, ServerTrust.asTheJvm(), clock);
      sentinels.loop.execute(
          () -> sentinels.users.forEach(user -> user.connect(dialer, sentinels.loop, protocol)));
      sentinels.awaitAll(clock.nowNs() + plan.deadlines().join().toNanos());
      allJoined = true;
      return sentinels;
    } finally {
      if (!allJoined) {
        sentinels.close(); // complements the loop's start
      }
    }
  }

  private void awaitAll(long deadlineNs) throws ClientFailure, InterruptedException {
    while (!users.stream().allMatch(SentinelUser::hasJoined)) {
      check();
      if (clock.nowNs() > deadlineNs) {
        throw new ClientFailure("a sentinel did not join in time");
      }
      Thread.sleep(POLL_MS);
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
    if (loop.failure() != null) {
      throw new IllegalStateException("the sentinels have failed", loop.failure());
    }
    for (SentinelUser user : users) {
      if (user.fault() != null) {
        throw new ClientFailure("a sentinel " + user.fault());
      }
    }
  }

  @Override
  public void close() {
    loop.execute(() -> users.forEach(SentinelUser::leave));
    try {
      Thread.sleep(GOOD_BYE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
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

  private final class KeepAlives implements SocketLoop.Agenda {
    @Override
    public long runDue() {
      users.forEach(SentinelUser::keepAlive);
      return clock.nowNs() + KEEP_ALIVE_NS;
    }

    @Override
    public void iterated(long startNs, long endNs) {}

    @Override
    public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
  }
}
