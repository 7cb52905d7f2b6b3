package org.boardbench.driver.side;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.ws.Dialer;
import org.boardbench.driver.ws.ServerTrust;
import org.boardbench.protocol.Protocol;

/** Some of them on a loop of their own, whose connections are kept alive. */
public final class SideUsers implements AutoCloseable {
  private static final long POLL_MS = 5;
  private static final long KEEP_ALIVE_NS = 200_000_000;
  private static final long GOOD_BYE_MS = 100;

  private final String name;
  private final List<SideUser> users;
  private final RunClock clock;
  private final SocketLoop loop;

  private SideUsers(
      String name,
      List<? extends SideUser> users,
      LongSupplier work,
      SocketLoops loops,
      RunClock clock) {
    this.name = name;
    this.users = List.copyOf(users);
    this.clock = clock;
    this.loop = loops.start(name, clock, new Work(work));
  }

  /**
   * Nobody is connected yet.
   *
   * @param name of them all, and of their loop's thread
   * @param work does on the loop's thread what is due of their own, and says when there is more
   *     (run clock)
   */
  public static SideUsers start(
      String name,
      List<? extends SideUser> users,
      LongSupplier work,
      SocketLoops loops,
      RunClock clock) {
    return new SideUsers(name, users, work, loops, clock);
  }

  /** Those who only listen. */
  public static SideUsers start(
      String name, List<? extends SideUser> users, SocketLoops loops, RunClock clock) {
    return start(name, users, () -> Long.MAX_VALUE, loops, clock);
  }

  /**
   * Has them all join.
   *
   * @param patienceNs for how long at most
   * @return false when one has not: {@link #fault} says why, where it is not for the time
   */
  public boolean join(Endpoint endpoint, Protocol protocol, long patienceNs)
      throws InterruptedException {
    long deadlineNs = clock.nowNs() + patienceNs;
    Dialer dialer = new Dialer(endpoint, ServerTrust.asTheJvm(), clock);
    loop.execute(() -> users.forEach(user -> user.connect(dialer, loop, protocol)));
    while (!users.stream().allMatch(SideUser::hasJoined)) {
      if (fault().isPresent() || clock.nowNs() > deadlineNs) {
        return false;
      }
      Thread.sleep(POLL_MS);
    }
    return true;
  }

  /**
   * What took one of them off its board, in words that go behind its name.
   *
   * @throws IllegalStateException when their loop has failed
   */
  public Optional<String> fault() {
    if (loop.failure() != null) {
      throw new IllegalStateException("the " + name + " have failed", loop.failure());
    }
    return users.stream().map(SideUser::fault).filter(Objects::nonNull).findFirst();
  }

  @Override
  public void close() {
    loop.execute(() -> users.forEach(SideUser::leave));
    try {
      Thread.sleep(GOOD_BYE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
  }

  private final class Work implements SocketLoop.Agenda {
    private final LongSupplier others;
    private long keptAliveNs = clock.nowNs();

    Work(LongSupplier others) {
      this.others = others;
    }

    @Override
    public long runDue() {
      long dueNs = others.getAsLong();
      long nowNs = clock.nowNs();
      if (nowNs - keptAliveNs >= KEEP_ALIVE_NS) {
        users.forEach(user -> user.keepAlive(clock));
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
