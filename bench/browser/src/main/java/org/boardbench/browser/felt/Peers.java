package org.boardbench.browser.felt;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;

/**
 * Virtual users on the pages' board, on a loop of their own, each with a schedule: what a page gets
 * from people with other clients. No account of the driver knows them.
 */
final class Peers implements AutoCloseable {
  /** Above all boards and users of a plan. */
  private static final int BOARD = 1_000_000;

  private static final int FIRST_USER = 2_000_000;
  private static final long SEED = 42;
  private static final double NS_PER_S = 1e9;
  private static final long KEEP_ALIVE_NS = 200_000_000;
  private static final long POLL_MS = 5;
  private static final long GOOD_BYE_MS = 100;

  private final RunClock clock;
  private final PeerBook book = new PeerBook();
  private final List<Peer> peers;
  private final SocketLoop loop;

  private Peers(int count, double rate, Protocol protocol, SocketLoops loops, RunClock clock) {
    this.clock = clock;
    StrokePayload none = new StrokePayload(StrokePayload.MIN_BYTES);
    this.peers =
        IntStream.range(0, count)
            .mapToObj(number -> {
              UserIdentity identity = new UserIdentity(FIRST_USER + number, BOARD);
              return new Peer(
                  identity, number, protocol.session(identity, none.body(identity)), book, clock);
            })
            .toList();
    this.loop = loops.start("peers", clock, new Schedule(Math.round(NS_PER_S / (count * rate))));
  }

  /** The board that they are on. */
  static String boardId() {
    return new UserIdentity(FIRST_USER, BOARD).boardId();
  }

  /**
   * Has them all join.
   *
   * @param rate messages a second of each
   * @param patienceNs for how long at most
   * @throws TimeoutException when one does not, with its reason
   */
  static Peers join(
      Endpoint endpoint, int count, double rate, SocketLoops loops, RunClock clock, long patienceNs)
      throws TimeoutException, InterruptedException {
    Protocol protocol = Protocols.usual();
    Peers peers = new Peers(count, rate, protocol, loops, clock);
    boolean allJoined = false;
    try {
      Dialer dialer = new Dialer(endpoint, ServerTrust.asTheJvm(), clock);
      peers.loop.execute(
          () -> peers.peers.forEach(peer -> peer.connect(dialer, peers.loop, protocol)));
      peers.awaitAll(clock.nowNs() + patienceNs);
      allJoined = true;
      return peers;
    } finally {
      if (!allJoined) {
        peers.close(); // complements the loop's start
      }
    }
  }

  private void awaitAll(long deadlineNs) throws TimeoutException, InterruptedException {
    while (!peers.stream().allMatch(Peer::hasJoined)) {
      for (Peer peer : peers) {
        if (peer.fault() != null) {
          throw new TimeoutException("a virtual user on the pages' board " + peer.fault());
        }
      }
      if (clock.nowNs() > deadlineNs) {
        throw new TimeoutException("a virtual user on the pages' board did not join in time");
      }
      Thread.sleep(POLL_MS);
    }
  }

  PeerBook book() {
    return book;
  }

  @Override
  public void close() {
    loop.execute(() -> peers.forEach(Peer::leave));
    try {
      Thread.sleep(GOOD_BYE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
  }

  /**
   * One after the other, each at a random moment of its interval: evenly, they would meet a page's
   * frames in one phase.
   */
  private final class Schedule implements SocketLoop.Agenda {
    private final Random random = new Random(SEED);
    private final long intervalNs;
    private final long startNs = clock.nowNs();
    private long drawn;
    private long dueNs;
    private long keptAliveNs = startNs;

    Schedule(long intervalNs) {
      this.intervalNs = intervalNs;
      this.dueNs = next();
    }

    private long next() {
      return startNs + Math.round((drawn + random.nextDouble()) * intervalNs);
    }

    @Override
    public long runDue() {
      long nowNs = clock.nowNs();
      while (dueNs <= nowNs) {
        peers.get((int) (drawn % peers.size())).draw();
        drawn++;
        dueNs = next();
      }
      if (nowNs - keptAliveNs >= KEEP_ALIVE_NS) {
        peers.forEach(Peer::keepAlive);
        keptAliveNs = nowNs;
      }
      return Math.min(dueNs, keptAliveNs + KEEP_ALIVE_NS);
    }

    @Override
    public void iterated(long startNs, long endNs) {}

    @Override
    public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {}
  }
}
