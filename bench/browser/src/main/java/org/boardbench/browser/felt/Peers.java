package org.boardbench.browser.felt;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.side.SideUsers;
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

  private final PeerBook book = new PeerBook();
  private final SideUsers users;

  private Peers(int count, double rate, Protocol protocol, SocketLoops loops, RunClock clock) {
    StrokePayload none = new StrokePayload(StrokePayload.MIN_BYTES);
    List<Peer> peers =
        IntStream.range(0, count)
            .mapToObj(number -> {
              UserIdentity identity = new UserIdentity(FIRST_USER + number, BOARD);
              return new Peer(
                  identity, number, protocol.session(identity, none.body(identity)), book);
            })
            .toList();
    Schedule schedule = new Schedule(peers, Math.round(NS_PER_S / (count * rate)), clock);
    this.users = SideUsers.start("peers", peers, schedule, loops, clock);
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
      if (!peers.users.join(endpoint, protocol, patienceNs)) {
        throw new TimeoutException(
            "a virtual user on the pages' board "
                + peers.users.fault().orElse("did not join in time"));
      }
      allJoined = true;
      return peers;
    } finally {
      if (!allJoined) {
        peers.close(); // complements the loop's start
      }
    }
  }

  PeerBook book() {
    return book;
  }

  @Override
  public void close() {
    users.close();
  }

  /**
   * One after the other, each at a random moment of its interval: evenly, they would meet a page's
   * frames in one phase.
   */
  private static final class Schedule implements LongSupplier {
    private final Random random = new Random(SEED);
    private final List<Peer> peers;
    private final long intervalNs;
    private final RunClock clock;
    private final long startNs;
    private long drawn;
    private long dueNs;

    Schedule(List<Peer> peers, long intervalNs, RunClock clock) {
      this.peers = peers;
      this.intervalNs = intervalNs;
      this.clock = clock;
      this.startNs = clock.nowNs();
      this.dueNs = next();
    }

    private long next() {
      return startNs + Math.round((drawn + random.nextDouble()) * intervalNs);
    }

    @Override
    public long getAsLong() {
      long nowNs = clock.nowNs();
      while (dueNs <= nowNs) {
        peers.get((int) (drawn % peers.size())).draw();
        drawn++;
        dueNs = next();
      }
      return dueNs;
    }
  }
}
