package org.boardbench.driver.user;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.boardbench.account.ledger.LoopAccounts;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.OutgoingFrame;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;

/**
 * The virtual users of one loop and who of them is due next. Belongs to the loop's thread, or to
 * the one that has stopped the loop; only the two counters may be read at any time.
 *
 * <p>What is due to be sent comes first: connects, of which hundreds may be due at once when a
 * server has cut its users, are begun one by one with a look at the sends after each.
 */
public final class UserGroup implements SocketLoop.Agenda {
  private static final long TEND_INTERVAL_NS = 200_000_000;

  /** Between two looks at the sockets. */
  private static final int MOST_CONNECTS = 4;

  /**
   * Between two looks at the sockets. A loop that is behind has ever more due, and would have ever
   * longer iterations, in which nothing is read and no task is done.
   */
  private static final int MOST_SENDS = 1_024;

  /** Starts a loop on a thread of its own. */
  @FunctionalInterface
  public interface LoopStart {
    SocketLoop start(String threadName, RunClock clock, SocketLoop.Agenda agenda);
  }

  /**
   * What the users of all groups have in common.
   *
   * @param reconnect when who has failed or dropped tries again
   * @param join from the first connection attempt until a user counts as joined
   * @param drain how long who leaves on purpose waits for what was sent to it before
   */
  public record Setting(
      LoopStart loops,
      Dialer dialer,
      Protocol protocol,
      StrokePayload payload,
      RunClock clock,
      ReconnectPolicy reconnect,
      Duration join,
      Duration drain) {
    /** The reason of a user that did not join in time: what did not come, where that is known. */
    String joinTimedOut(Optional<String> awaited) {
      long ms = join.toMillis();
      return "join timed out after "
          + (ms % 1_000 == 0 ? ms / 1_000 + " s" : ms + " ms")
          + awaited.map(what -> ": no " + what).orElse("");
    }
  }

  private final Setting setting;
  private final LoopAccounts accounts;
  private final List<VirtualUser> users;
  private final DueQueue sends = new DueQueue();
  private final DueQueue connects = new DueQueue();
  private final DueQueue visits = new DueQueue();
  private final AtomicInteger newcomers = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final OutgoingFrame frame = new OutgoingFrame();
  private StageTally tally = new StageTally();
  private long tendNs;
  private final SocketLoop loop;

  /** Starts the loop; all users are away. */
  UserGroup(
      String threadName, Setting setting, LoopAccounts accounts, Stream<UserIdentity> identities) {
    this.setting = setting;
    this.accounts = accounts;
    this.users = identities.map(identity -> new VirtualUser(identity, setting, this)).toList();
    this.loop = setting.loops().start(threadName, setting.clock(), this);
  }

  List<VirtualUser> users() {
    return users;
  }

  /** Begins to connect a user to its server. */
  Connection dial(UserIdentity identity, Connection.Listener listener) {
    Dialer own = setting.dialer().toward(identity);
    return own.dial(loop, listener, setting.protocol().handshake(identity));
  }

  SocketLoop loop() {
    return loop;
  }

  LoopAccounts accounts() {
    return accounts;
  }

  /** Where the loop's users make their frames, one at a time. */
  OutgoingFrame frame() {
    return frame;
  }

  StageTally tally() {
    return tally;
  }

  /** The tally so far; the next one begins at zero. */
  public StageTally takeTally() {
    StageTally taken = tally;
    tally = new StageTally();
    return taken;
  }

  /** Users whose first attempt of the stage has not ended so far. From any thread. */
  public AtomicInteger newcomers() {
    return newcomers;
  }

  /** Connections that have not ended, under way ones included. From any thread. */
  AtomicInteger connections() {
    return connections;
  }

  /** Messages that wait for their time. */
  DueQueue sends() {
    return sends;
  }

  /** Attempts to connect that wait for their time. */
  DueQueue connects() {
    return connects;
  }

  /** Users who wait for the time to leave on purpose, or to come again. */
  DueQueue visits() {
    return visits;
  }

  @Override
  public long runDue() {
    long nowNs = sendDue();
    for (int i = 0; i < MOST_CONNECTS && connects.doNext(nowNs); i++) {
      nowNs = sendDue();
    }
    for (int i = 0; i < MOST_CONNECTS && visits.doNext(nowNs); i++) {
      nowNs = sendDue();
    }
    if (nowNs >= tendNs) {
      tendNs = nowNs + TEND_INTERVAL_NS;
      for (int i = 0; i < users.size(); i++) {
        users.get(i).tend(nowNs);
      }
    }
    long nextConnectNs = Math.min(connects.nextNs(), visits.nextNs());
    return Math.min(Math.min(sends.nextNs(), nextConnectNs), tendNs);
  }

  /** Sends what is due now, or the first part of it; returns the time of that. */
  long sendDue() {
    long nowNs = setting.clock().nowNs();
    int done = 0;
    while (done < MOST_SENDS && sends.doNext(nowNs)) {
      done++; // each has queued the user's next message
    }
    return nowNs;
  }

  @Override
  public void iterated(long startNs, long endNs) {
    accounts.iterated(startNs, endNs);
  }

  @Override
  public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {
    accounts.kernelClockMoved(byNs, sinceNs, nowNs);
  }

  @Override
  public void arrivedAfterRead(long readNs) {
    accounts.arrivedAfterRead(readNs);
  }

  public boolean hasUnsent() {
    return users.stream().map(VirtualUser::publisher).anyMatch(Publisher::hasUnsent);
  }

  public void endSends() {
    visits.clear();
    users.forEach(VirtualUser::endSends);
    loop.compareClocks();
  }

  /** Whether a user may still get a message of the stage; looks at each pair of users at most. */
  public boolean awaitsDeliveries() {
    return users.stream().anyMatch(user -> accounts.awaits(user.number(), true));
  }

  /** The stage is closed: nobody sends until the next one; who is away goes on trying. */
  public void leaveStage() {
    sends.clear();
    users.forEach(user -> user.publisher().leaveStage());
  }

  /** Users from number {@code first} on say good-bye. */
  public void leaveFrom(int first) {
    users.stream().filter(user -> user.number() >= first).forEach(VirtualUser::leave);
  }

  /** Ends the connections of those of {@code chosen} that are joined; returns how many. */
  int cut(BitSet chosen) {
    int cut = 0;
    for (VirtualUser user : users) {
      cut += chosen.get(user.number()) && user.cut() ? 1 : 0;
    }
    return cut;
  }

  /** All users say good-bye; nobody connects any more. */
  void leave() {
    sends.clear();
    connects.clear();
    visits.clear();
    leaveFrom(0);
  }
}
