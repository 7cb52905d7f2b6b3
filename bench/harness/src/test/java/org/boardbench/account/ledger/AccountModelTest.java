package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.MessageCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random joins, leaves, goings on purpose, drops, copies, swaps and strays against an account that
 * keeps sets of what happened and counts in the plainest way.
 */
class AccountModelTest {
  private static final int USERS = 12;
  private static final int BOARDS = 3;
  private static final int STEPS = 3000;

  /**
   * @param number among those of its sender, from 1
   * @param place among all, from 0
   */
  private record Sent(Message message, long number, long place, Set<Integer> expectedAt) {}

  private record Flight(Sent sent, int receiver) {}

  private final Set<Integer> members = new HashSet<>();

  /** Who has gone out and keeps its connection: how many messages had been sent by then. */
  private final Map<Integer, Long> gone = new HashMap<>();

  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Map<Integer, Set<Sent>> seen = new HashMap<>();
  private final Map<String, Long> highest = new HashMap<>();

  /** What each member's connection of now has still to get. */
  private final Map<Integer, Set<Sent>> owed = new HashMap<>();

  private final List<Flight> flights = new ArrayList<>();
  private long sent;
  private long expected;
  private long delivered;
  private long duplicated;
  private long reordered;
  private long misrouted;
  private long reachedAll;
  private long awaited;
  private long notAwaited;
  private long deliveredToGone;
  private final Map<Sent, Integer> reached = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithAnAccountKeptInSets(long seed) {
    Random random = new Random(seed);
    ScriptedTrial trial = ScriptedTrial.inHold(USERS, BOARDS, 1 + (int) (seed % 3));
    for (int user = 0; user < USERS; user++) {
      members.add(user);
    }
    for (int step = 0; step < STEPS; step++) {
      int user = random.nextInt(USERS);
      switch (random.nextInt(24)) {
        case 0 -> leave(trial, user);
        case 20, 21 -> goOut(trial, user);
        case 1, 2, 22, 23 -> join(trial, user);
        case 3, 4, 5, 6, 7, 8, 9 -> send(trial, user, 1000 + step, random);
        default -> deliverSome(trial, 1000 + step, random);
      }
      if (step % 20 == 0) {
        assertThatWhatMayStillComeIsAwaited(trial);
      }
    }
    long outstanding = expected - delivered;

    assertThat(trial.accounts.outstanding()).isEqualTo(outstanding);
    StageWatch watch = trial.accounts.watch();
    StageResult result = trial.at(1000 + STEPS).close();
    assertThat(result.hold())
        .isEqualTo(
            new MessageCounts(0, sent, expected, delivered, duplicated, reordered, 0, misrouted));
    assertThat(result.delivery().count()).isEqualTo(delivered);
    assertThatTheWatchAgrees(watch.snapshot(0).hold(), result);
    assertThat(result.reach().all().count()).isEqualTo(reachedAll);
    assertThat(result.reach().first().count()).isEqualTo(reached.size());
    assertThat(
            List.of(
                duplicated,
                reordered,
                misrouted,
                outstanding,
                reachedAll,
                awaited,
                notAwaited,
                deliveredToGone))
        .as("the script meets every case")
        .allMatch(count -> count > 0);
  }

  private static void assertThatTheWatchAgrees(PhaseSnapshot watched, StageResult result) {
    assertThat(
            new MessageCounts(
                0,
                watched.sent(),
                watched.expected(),
                watched.delivered(),
                watched.duplicated(),
                watched.reordered(),
                watched.corrupt(),
                watched.misrouted()))
        .isEqualTo(result.hold());
    assertThat(watched.rtt().total()).isEqualTo(result.rtt().count());
    assertThat(watched.delivery().total()).isEqualTo(result.delivery().count());
    assertThat(watched.sendDelay().total()).isEqualTo(result.hold().sent());
  }

  private void assertThatWhatMayStillComeIsAwaited(ScriptedTrial trial) {
    for (int user = 0; user < USERS; user++) {
      int receiver = user;
      boolean mayCome =
          owed.getOrDefault(user, Set.of()).stream().anyMatch(sent -> isInWindow(sent, receiver));
      assertThat(trial.loopOf(user).awaits(user, true)).isEqualTo(mayCome);
      awaited += mayCome ? 1 : 0;
      notAwaited += mayCome ? 0 : 1;
    }
  }

  private boolean isInWindow(Sent sent, int receiver) {
    return highest.getOrDefault(sent.message().sender() + ">" + receiver, 0L) - sent.number() < 64;
  }

  private void leave(ScriptedTrial trial, int user) {
    trial.loopOf(user).left(user);
    members.remove(user);
    gone.remove(user);
    owed.remove(user);
    flights.removeIf(flight -> flight.receiver() == user);
  }

  private void goOut(ScriptedTrial trial, int user) {
    if (members.remove(user)) {
      trial.loopOf(user).goneOut(user);
      gone.put(user, sent);
    }
  }

  private void join(ScriptedTrial trial, int user) {
    if (gone.containsKey(user)) {
      leave(trial, user);
    }
    trial.loopOf(user).joined(user);
    members.add(user);
  }

  private void send(ScriptedTrial trial, int sender, long ms, Random random) {
    if (!members.contains(sender)) {
      return;
    }
    Set<Integer> board = new HashSet<>(members);
    board.removeIf(user -> user % BOARDS != sender % BOARDS);
    Sent message =
        new Sent(trial.send(sender, ms), numbers.merge(sender, 1L, Long::sum), sent, board);
    sent++;
    expected += board.size();
    for (int receiver : board) {
      owed.computeIfAbsent(receiver, user -> new HashSet<>()).add(message);
      int copies = random.nextInt(10);
      if (copies > 0) {
        flights.add(new Flight(message, receiver));
      }
      if (copies > 8) {
        flights.add(new Flight(message, receiver));
      }
    }
    if (random.nextInt(10) == 0) {
      flights.add(new Flight(message, random.nextInt(USERS)));
    }
    for (int receiver : gone.keySet()) {
      if (receiver % BOARDS == sender % BOARDS) {
        flights.add(new Flight(message, receiver));
      }
    }
  }

  private void deliverSome(ScriptedTrial trial, long ms, Random random) {
    for (int n = 0; n < 6 && !flights.isEmpty(); n++) {
      if (flights.size() > 1 && random.nextInt(3) == 0) {
        Collections.swap(flights, 0, random.nextInt(Math.min(8, flights.size())));
      }
      Flight flight = flights.removeFirst();
      trial.deliver(flight.sent().message(), flight.receiver(), ms);
      count(flight);
    }
  }

  private void count(Flight flight) {
    Sent message = flight.sent();
    int sender = message.message().sender();
    int receiver = flight.receiver();
    if (receiver % BOARDS != sender % BOARDS) {
      misrouted++;
    } else if (isConnected(receiver) && message.expectedAt().contains(receiver)) {
      if (!seen.computeIfAbsent(receiver, user -> new HashSet<>()).add(message)) {
        duplicated++;
        return;
      }
      delivered++;
      deliveredToGone += gone.containsKey(receiver) ? 1 : 0;
      owed.get(receiver).remove(message);
      if (reached.merge(message, 1, Integer::sum) == message.expectedAt().size()) {
        reachedAll++;
      }
      long top = highest.merge(sender + ">" + receiver, message.number(), Math::max);
      if (message.number() < top) {
        reordered++;
      }
    } else if (gone.containsKey(receiver) && message.place() >= gone.get(receiver)) {
      highest.merge(sender + ">" + receiver, message.number(), Math::max);
    }
  }

  private boolean isConnected(int user) {
    return members.contains(user) || gone.containsKey(user);
  }
}
