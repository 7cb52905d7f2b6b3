package org.boardbench.account.ledger;

import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.account.result.StageResult;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;

/**
 * One seeded course of events, of which two drivers see those of their own users, and a third one,
 * with all boards, every one. The ramp lasts a second, the hold ten.
 */
final class SharedScript {
  private static final int USERS = 14;
  private static final int BOARDS = 4;
  private static final int STEPS = 4000;
  private static final int HOLD_AT = 600;

  /** What a driver knows beside its account. */
  private static final class Observed {
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> disconnects = new HashMap<>();
    private final Histogram connect = TimeHistograms.upTo(0);
    private final Histogram sendDelay = TimeHistograms.upTo(0);
    private int failuresHere;
    private long hiccupNs;
    private long reconnects;
    private final long[] rampSends;

    Observed(int messageClasses) {
      rampSends = new long[messageClasses];
    }
  }

  private record Seat(ScriptedTrial trial, Observed observed, boolean isClassless) {
    int ofClass(int messageClass) {
      return isClassless ? 0 : messageClass;
    }
  }

  private record Flight(Message message, Message classless, int receiver) {}

  private final Random random;
  private final int messageClasses;
  private final Seat whole;

  /** With all boards too, and all messages of one class. */
  private final Seat classless;

  private final List<Seat> parts;
  private final BoardAssignment boards = new BoardAssignment(BOARDS, USERS, 2);
  private final TreeSet<Integer> members = new TreeSet<>();

  /** By user and time, the class. */
  private final Map<Integer, TreeMap<Long, Integer>> planned = new TreeMap<>();

  private final List<Flight> flights = new ArrayList<>();
  private long nowMs;

  SharedScript(long seed, int loops, int messageClasses) {
    random = new Random(seed);
    this.messageClasses = messageClasses;
    whole = seat(BoardShare.whole(BOARDS, USERS), loops);
    classless =
        new Seat(
            new ScriptedTrial(BoardShare.whole(BOARDS, USERS), loops, 1), new Observed(1), true);
    parts =
        List.of(
            seat(new BoardShare(boards, 0), loops), seat(new BoardShare(boards, 1), 3 - loops % 3));
  }

  private Seat seat(BoardShare share, int loops) {
    return new Seat(
        new ScriptedTrial(share, loops, messageClasses), new Observed(messageClasses), false);
  }

  void run() {
    all(seat -> seat.trial().open(1));
    for (int user = 0; user < USERS - 2; user++) {
      join(user);
    }
    for (int step = 0; step < STEPS; step++) {
      if (step == HOLD_AT) {
        nowMs = 1000;
        all(seat -> seat.trial().at(1000).accounts.hold(1000 * MS, 11_000 * MS));
      }
      nowMs = step < HOLD_AT ? step : 1000 + 3 * (step - HOLD_AT);
      all(seat -> seat.trial().at(nowMs));
      event(random.nextInt(USERS));
    }
  }

  private void event(int user) {
    switch (random.nextInt(24)) {
      case 0 -> leave(user);
      case 1, 2 -> join(user);
      case 3 -> miss(user);
      case 4 -> of(user, seat -> seat.trial().loopOf(user).corrupt(user, nowMs * MS));
      case 5 -> traffic(user);
      case 6 -> fail(user);
      case 7, 8, 9, 10, 11, 12 -> send(user);
      default -> deliverSome();
    }
  }

  private void leave(int user) {
    if (members.remove(user)) {
      of(
          user,
          seat -> {
            seat.trial().loopOf(user).left(user);
            seat.trial().loopOf(user).disconnected();
            seat.observed().disconnects.merge("reset " + user % 3, 1, Integer::sum);
          });
      flights.removeIf(flight -> flight.receiver() == user);
    }
  }

  private void join(int user) {
    if (members.add(user)) {
      long tookNs = random.nextInt(1_000_000);
      of(
          user,
          seat -> {
            seat.trial().loopOf(user).joined(user);
            seat.trial().loopOf(user).reconnected();
            seat.observed().reconnects++;
            TimeHistograms.record(seat.observed().connect, 0, tookNs);
          });
    }
  }

  /** A message that the server leaves no way to send. */
  private void miss(int user) {
    int messageClass = random.nextInt(messageClasses);
    if (plan(user, messageClass)) {
      of(
          user,
          seat ->
              seat.trial()
                  .loopOf(user)
                  .unserved(user, seat.ofClass(messageClass), phase(), nowMs * MS));
    }
  }

  private void fail(int user) {
    of(
        user,
        seat -> {
          seat.trial().loopOf(user).connectFailed();
          seat.observed().failures.merge("refused " + user % 2, 1, Integer::sum);
          seat.observed().failuresHere += user % 5 == 0 ? 1 : 0;
          seat.observed().hiccupNs = Math.max(seat.observed().hiccupNs, 1000 * nowMs);
        });
  }

  private void traffic(int user) {
    long atNs = nowMs * MS;
    int frames = random.nextInt(4);
    boolean hasKernelTime = random.nextBoolean();
    of(
        user,
        seat -> {
          LoopAccounts loop = seat.trial().loopOf(user);
          loop.read(300, frames, frames > 1, hasKernelTime ? atNs - 5_000L * user : atNs, atNs);
          loop.readLate(user + 0.5, atNs);
          loop.kernelClockMoved(100 * user - 500, atNs - MS, atNs);
          loop.wrote(200, atNs);
          loop.iterated(atNs - 1_000L * (user + 1), atNs);
          loop.arrivedAfterRead(atNs);
        });
  }

  private void send(int user) {
    int messageClass = random.nextInt(messageClasses);
    if (!members.contains(user) || !plan(user, messageClass)) {
      return;
    }
    boolean leaves = random.nextInt(12) > 0;
    Map<Boolean, Message> sent = new HashMap<>();
    of(
        user,
        seat -> {
          Message message =
              seat.trial()
                  .begin(
                      user,
                      seat.ofClass(messageClass),
                      phase().kind(),
                      (nowMs - user % 4) * MS,
                      nowMs * MS,
                      (nowMs + user % 3) * MS);
          sent.putIfAbsent(seat.isClassless(), message);
          if (leaves) {
            seat.trial().loopOf(user).sent(user);
          } else {
            seat.trial().loopOf(user).notSent(user);
          }
          seat.observed().rampSends[seat.ofClass(messageClass)] +=
              phase().kind() == Phase.Kind.RAMP ? 1 : 0;
          TimeHistograms.record(seat.observed().sendDelay, 0, user % 3 * MS);
        });
    if (leaves) {
      members.stream()
          .filter(receiver -> receiver % BOARDS == user % BOARDS)
          .filter(receiver -> random.nextInt(10) > 0)
          .forEach(receiver -> flights.add(new Flight(sent.get(false), sent.get(true), receiver)));
      if (random.nextInt(6) == 0) {
        flights.add(new Flight(sent.get(false), sent.get(true), random.nextInt(USERS)));
      }
    }
  }

  private void deliverSome() {
    for (int n = 0; n < 6 && !flights.isEmpty(); n++) {
      Flight flight = flights.get(random.nextInt(Math.min(5, flights.size())));
      if (random.nextInt(10) > 0) {
        flights.remove(flight);
      }
      long receivedMs = nowMs - random.nextInt(3);
      of(
          flight.receiver(),
          seat ->
              seat.trial()
                  .deliver(
                      seat.isClassless() ? flight.classless() : flight.message(),
                      flight.receiver(),
                      receivedMs));
    }
  }

  /** Returns false when the user has a message at this time already. */
  private boolean plan(int user, int messageClass) {
    return planned.computeIfAbsent(user, u -> new TreeMap<>()).putIfAbsent(nowMs, messageClass)
        == null;
  }

  private Phase phase() {
    return new Phase(nowMs < 1000 ? Phase.Kind.RAMP : Phase.Kind.HOLD, 1);
  }

  private void all(Consumer<Seat> event) {
    event.accept(whole);
    event.accept(classless);
    parts.forEach(event);
  }

  private void of(int user, Consumer<Seat> event) {
    event.accept(whole);
    event.accept(classless);
    event.accept(parts.get(boards.driverOf(user)));
  }

  StageResult closeWhole() {
    return close(whole);
  }

  StageResult closeClassless() {
    return close(classless);
  }

  StageResult closePart(int driver) {
    return close(parts.get(driver));
  }

  private StageResult close(Seat seat) {
    Observed observed = seat.observed();
    return seat.trial()
        .at(15_500)
        .accounts
        .closeStage(
            new StageObservations(
                Arrays.stream(observed.rampSends).boxed().toList(),
                visitor -> showHold(visitor, observed.rampSends.length),
                15_000 * MS,
                observed.sendDelay,
                observed.hiccupNs,
                new ConnectionResult(
                    observed.failures,
                    observed.failuresHere,
                    observed.disconnects,
                    observed.reconnects,
                    ConnectionResult.Churn.NONE,
                    observed.connect,
                    TimeHistograms.upTo(0),
                    ConnectionResult.Snapshots.none())));
  }

  private void showHold(PlannedMessages.Visitor visitor, int classes) {
    planned.forEach((user, times) ->
        times
            .tailMap(1000L)
            .forEach((timeMs, messageClass) ->
                visitor.message(user, classes == 1 ? 0 : messageClass, timeMs * MS, 300)));
  }
}
