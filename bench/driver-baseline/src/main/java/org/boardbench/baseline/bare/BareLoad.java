package org.boardbench.baseline.bare;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.HdrHistogram.Histogram;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Connection;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.OutgoingFrame;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.scenario.Scenario;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * The driver's loop and connections with the C client's book-keeping: a sum of deliveries, and RTT.
 * The figures that other threads read are published once an iteration of the loop.
 */
final class BareLoad implements SocketLoop.Agenda, AutoCloseable {
  private static final Protocol PROTOCOL = Protocols.usual();
  private static final long SEED = 42;
  private static final int STAGE = 1;
  private static final long LONGEST_PAUSE_NS = 200_000_000;
  private static final long LONGEST_RTT_NS = 60_000_000_000L;

  /** What is asked of it; boards as in the driver: user u is on board u % boards. */
  record Work(int users, int boards, double ratePerUser, int payloadBytes) {
    int membersOf(int board) {
      return users / boards + (board < users % boards ? 1 : 0);
    }
  }

  /** What it has counted: joined users, and of the hold sent, expected and delivered messages. */
  record Counts(int joined, long sent, long expected, long deliveries, long reads, long frames) {}

  private final Work work;
  private final RunClock clock;
  private final Dialer dialer;
  private final Schedule schedule;
  private final BareStamps stamps;
  private final OutgoingFrame frame = new OutgoingFrame();
  private final Histogram rtt = new Histogram(LONGEST_RTT_NS, 2);
  private final PriorityQueue<BareUser> due =
      new PriorityQueue<>(Comparator.comparingLong(BareUser::dueNs));
  private final SocketLoop loop;
  private int joined;
  private long sent;
  private long expected;
  private long deliveries;
  private long reads;
  private long frames;
  private volatile long holdStartNs = Long.MAX_VALUE;
  private volatile long endNs = Long.MAX_VALUE;
  private volatile Counts published = new Counts(0, 0, 0, 0, 0, 0);

  /**
   * Starts the loop; users connect evenly over {@code rampNs} and send from then on.
   *
   * @param port of the server on this machine
   */
  BareLoad(Work work, int port, long rampNs, RunClock clock) {
    this.work = work;
    this.clock = clock;
    Endpoint endpoint = new Endpoint(URI.create("ws://127.0.0.1:" + port + "/ws"), Map.of());
    this.dialer = new Dialer(endpoint, ServerTrust.asTheJvm(), clock);
    this.schedule =
        Scenario.steady(work.ratePerUser(), work.payloadBytes())
            .schedule(work.users(), clock.nowNs(), SEED, STAGE);
    this.stamps = new BareStamps(work.users());
    StrokePayload payload = new StrokePayload(work.payloadBytes());
    List<BareUser> users = new ArrayList<>();
    for (int user = 0; user < work.users(); user++) {
      UserIdentity identity = new UserIdentity(user, user % work.boards());
      long connectNs = clock.nowNs() + rampNs * user / work.users();
      users.add(
          new BareUser(
              this, identity, PROTOCOL.session(identity, payload.body(identity)), connectNs));
    }
    this.loop = SocketLoops.best().start("driver-0", clock, this);
    // On the loop's thread, which has been running since before this field was set.
    loop.execute(() -> due.addAll(users));
  }

  /** Messages intended from {@code startNs} to {@code endsNs} count; then nobody sends any more. */
  void hold(long startNs, long endsNs) {
    endNs = endsNs;
    holdStartNs = startNs;
  }

  /**
   * The counts at the end of the loop's last iteration.
   *
   * @throws IllegalStateException when the load cannot go on, with the cause
   */
  Counts counts() {
    if (loop.failure() != null) {
      throw new IllegalStateException(loop.failure());
    }
    return published;
  }

  /** RTT of the hold's messages, once nothing arrives any more. */
  Histogram rtt() {
    return rtt;
  }

  // For users, on the loop's thread.

  ScheduleCursor messages(int user) {
    return schedule.messages(user);
  }

  long nowNs() {
    return clock.nowNs();
  }

  Connection dial(BareUser user) {
    return dialer.dial(loop, user, PROTOCOL.handshake());
  }

  void plan(BareUser user) {
    due.add(user);
  }

  void joined() {
    joined++;
  }

  /** Where the users make their frames, one at a time, as the driver's do. */
  OutgoingFrame frame() {
    return frame;
  }

  int payloadBytes() {
    return work.payloadBytes();
  }

  CharSequence stamp(int user, long sequence, long intendedNs, int board) {
    boolean isHold = intendedNs >= holdStartNs;
    if (isHold) {
      sent++;
      expected += work.membersOf(board);
    }
    return stamps.text(user, (int) sequence, isHold, intendedNs, clock.nowNs());
  }

  /** Counts a delivery; false when the frame has no stamp. */
  boolean took(int receiver, byte[] bytes, int offset, int length, long receivedNs) {
    if (!stamps.scan(receiver, bytes, offset, length)) {
      return false;
    }
    if (stamps.isHold()) {
      deliveries++;
      if (stamps.sender() == receiver) {
        rtt.recordValue(Math.clamp(receivedNs - stamps.intendedNs(), 0, LONGEST_RTT_NS));
      }
    }
    return true;
  }

  void read(int completed) {
    reads++;
    frames += completed;
  }

  @Override
  public long runDue() {
    long nowNs = clock.nowNs();
    BareUser next = due.peek();
    while (next != null && next.dueNs() <= nowNs && next.dueNs() < endNs) {
      due.poll();
      next.runDue();
      next = due.peek();
    }
    boolean isOver = next == null || next.dueNs() >= endNs;
    return Math.min(isOver ? Long.MAX_VALUE : next.dueNs(), nowNs + LONGEST_PAUSE_NS);
  }

  @Override
  public void iterated(long startNs, long nowNs) {
    published = new Counts(joined, sent, expected, deliveries, reads, frames);
  }

  @Override
  public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}

  @Override
  public void close() {
    loop.close();
  }
}
