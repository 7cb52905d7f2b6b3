package org.boardbench.driver.user;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.core.Uninterrupted;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.scenario.BoardShare;

/** All groups, seen from the thread that runs the stages. */
public final class UserGroups implements AutoCloseable {
  /** A loop that does not take a task within this time is dead or hangs. */
  private static final long ANSWER_S = 60;

  private static final long GOOD_BYE_MS = 1_000;
  private static final long POLL_MS = 5;

  private final List<UserGroup> groups = new ArrayList<>();

  /** Starts the loops and shares the users out among them in turn; connects nobody yet. */
  public UserGroups(
      int loops, BoardShare share, UserGroup.Setting setting, TrialAccounts accounts) {
    int[] users = share.users(share.boards().users()).toArray();
    try {
      for (int i = 0; i < loops; i++) {
        Stream<UserIdentity> members =
            IntStream.iterate(i, index -> index < users.length, index -> index + loops)
                .mapToObj(index -> users[index])
                .map(user -> new UserIdentity(user, share.boards().boardOf(user)));
        groups.add(new UserGroup("driver-" + i, setting, accounts.loop(i), members));
      }
    } catch (RuntimeException e) {
      // Nobody else knows of those that have started.
      groups.forEach(group -> group.loop().close());
      throw e;
    }
  }

  /** Every user, in the order of their numbers. */
  public Stream<VirtualUser> users() {
    int users = sum(group -> group.users().size());
    return IntStream.range(0, users)
        .mapToObj(index -> groups.get(index % groups.size()).users().get(index / groups.size()));
  }

  /** A sum over the groups of something that any thread may read. */
  public int sum(ToIntFunction<UserGroup> figure) {
    return groups.stream().mapToInt(figure).sum();
  }

  /**
   * Has each loop's own thread do {@code work} on its group, and waits for all of them.
   *
   * @throws IllegalStateException when a loop has died
   */
  public void onLoops(Consumer<UserGroup> work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(groups.size());
    for (UserGroup group : groups) {
      group
          .loop()
          .execute(() -> {
            work.accept(group);
            done.countDown();
          });
    }
    await(done);
  }

  /**
   * Whether it is so of any group, each asked on its loop's own thread.
   *
   * @throws IllegalStateException when a loop has died
   */
  public boolean any(Predicate<UserGroup> asked) throws InterruptedException {
    AtomicBoolean found = new AtomicBoolean();
    onLoops(group -> found.compareAndSet(false, asked.test(group)));
    return found.get();
  }

  /**
   * Ends the connections of some users, each on its loop's own thread, and waits for that.
   *
   * @param users of the stage
   * @param sharePct of how many of them, in percent
   * @param seed decides of which of them
   * @return how many were joined and are so no more
   */
  public int cut(int users, int sharePct, long seed) throws InterruptedException {
    BitSet chosen = chosen(users, sharePct, seed);
    AtomicInteger cut = new AtomicInteger();
    onLoops(group -> cut.addAndGet(group.cut(chosen)));
    return cut.get();
  }

  private BitSet chosen(int users, int sharePct, long seed) {
    List<Integer> numbers =
        new ArrayList<>(users().map(VirtualUser::number).filter(number -> number < users).toList());
    Collections.shuffle(numbers, new Random(seed));
    BitSet chosen = new BitSet();
    long count = Math.round(numbers.size() * sharePct / 100.0);
    numbers.stream().limit(count).forEach(chosen::set);
    return chosen;
  }

  /** What is done while the loops stand still. */
  @FunctionalInterface
  public interface StillWork {
    void on(List<UserGroup> groups) throws InterruptedException;
  }

  /**
   * Stops all loops before they look at their next socket, has this thread do {@code work} on the
   * groups, and lets the loops go on.
   *
   * @throws IllegalStateException when a loop has died
   */
  public void whileStopped(StillWork work) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(groups.size());
    CountDownLatch goOn = new CountDownLatch(1);
    for (UserGroup group : groups) {
      group
          .loop()
          .execute(() -> {
            stopped.countDown();
            awaitQuietly(goOn);
          });
    }
    try {
      await(stopped);
      work.on(List.copyOf(groups));
    } finally {
      goOn.countDown(); // complements the stop
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a loop", e);
    }
  }

  private void await(CountDownLatch latch) throws InterruptedException {
    for (int second = 0; second < ANSWER_S; second++) {
      if (latch.await(1, TimeUnit.SECONDS)) {
        return;
      }
      checkAlive();
    }
    throw new IllegalStateException("a driver loop hangs");
  }

  /**
   * Sees whether all loops are at work.
   *
   * @throws IllegalStateException when a loop has died
   */
  public void checkAlive() {
    for (UserGroup group : groups) {
      Throwable failure = group.loop().failure();
      if (failure != null) {
        throw new IllegalStateException("a driver loop has failed", failure);
      }
    }
  }

  /** All users say good-bye; after a second at most the loops end, whoever is still there. */
  @Override
  public void close() {
    groups.forEach(group -> group.loop().execute(group::leave));
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOOD_BYE_MS);
    Uninterrupted.run(() -> awaitGoodByes(deadlineNs));
    groups.forEach(group -> group.loop().close());
  }

  private void awaitGoodByes(long deadlineNs) throws InterruptedException {
    while (sum(group -> group.loop().failure() == null ? group.connections().get() : 0) > 0
        && System.nanoTime() - deadlineNs < 0) {
      Thread.sleep(POLL_MS);
    }
  }
}
