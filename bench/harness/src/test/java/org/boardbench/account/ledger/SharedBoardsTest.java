package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.boardbench.account.ledger.LoopAccounts.Outcome;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.BoardBooks;
import org.boardbench.account.result.ConnectionResult;
import org.boardbench.account.result.SharedMerge;
import org.boardbench.account.result.StageResult;
import org.boardbench.fleet.wire.Messages;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.scenario.BoardAssignment;
import org.boardbench.scenario.BoardShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards whose users belong to three drivers, beside one driver that has all of them. */
class SharedBoardsTest {
  private static final int BOARDS = 2;
  private static final int USERS = 13;
  private static final List<Integer> PARTS = List.of(1, 2, 1);

  /** After a change of members the script waits, since a user counts once it is certain. */
  private static final long CERTAIN_MS = Stays.CERTAIN_NS / MS + 1;

  private final BoardAssignment boards = BoardAssignment.among(PARTS, BOARDS, USERS);

  private record Flight(Message message, int receiver) {}

  /** A course of events that all drivers see their part of, and one the whole. */
  private final class Script {
    private final Random random;
    private final int messageClasses;
    private final ScriptedTrial whole;
    private final List<ScriptedTrial> parts;
    private final TreeSet<Integer> members = new TreeSet<>();
    private final Map<Integer, TreeMap<Long, Integer>> planned = new TreeMap<>();
    private final List<Flight> flights = new ArrayList<>();
    private long nowMs;

    Script(long seed, int loops, int messageClasses) {
      random = new Random(seed);
      this.messageClasses = messageClasses;
      whole = new ScriptedTrial(BoardShare.whole(BOARDS, USERS), loops, messageClasses);
      parts = new ArrayList<>();
      for (int driver = 0; driver < PARTS.size(); driver++) {
        parts.add(new ScriptedTrial(new BoardShare(boards, driver), loops, messageClasses));
      }
    }

    void run() {
      all(trial -> trial.open(1));
      for (int user = 0; user < USERS - 2; user++) {
        join(user);
      }
      while (nowMs < 3000) {
        step();
      }
      nowMs = 3000;
      all(trial -> trial.at(3000).accounts.hold(3000 * MS, 13_000 * MS));
      while (nowMs < 13_500) {
        step();
      }
    }

    private void step() {
      nowMs += 2;
      all(trial -> trial.at(nowMs));
      int user = random.nextInt(USERS);
      switch (random.nextInt(400)) {
        case 0 -> leave(user);
        case 1, 2 -> join(user);
        case 3, 4, 5 -> miss(user);
        default -> {
          if (random.nextInt(3) == 0) {
            send(user);
          }
          deliverSome();
        }
      }
    }

    private void leave(int user) {
      if (members.remove(user)) {
        of(
            user,
            trial -> {
              trial.loopOf(user).left(user);
              trial.loopOf(user).disconnected();
            });
        flights.removeIf(flight -> flight.receiver() == user);
      }
    }

    private void join(int user) {
      if (members.add(user)) {
        of(user, trial -> trial.loopOf(user).joined(user));
        nowMs += CERTAIN_MS;
        all(trial -> trial.at(nowMs));
      }
    }

    private void miss(int user) {
      int messageClass = random.nextInt(messageClasses);
      plan(user, messageClass);
      of(user, trial -> trial.loopOf(user).unserved(user, messageClass, phase(), nowMs * MS));
    }

    private void send(int user) {
      if (!members.contains(user)) {
        return;
      }
      int messageClass = random.nextInt(messageClasses);
      plan(user, messageClass);
      boolean leaves = random.nextInt(12) > 0;
      List<Message> sent = new ArrayList<>();
      of(
          user,
          trial -> {
            sent.add(trial.begin(user, messageClass, phase().kind(), nowMs, nowMs));
            if (leaves) {
              trial.loopOf(user).sent(user);
            } else {
              trial.loopOf(user).notSent(user);
            }
          });
      if (leaves) {
        members.stream()
            .filter(receiver -> receiver % BOARDS == user % BOARDS)
            .filter(receiver -> random.nextInt(10) > 0)
            .forEach(receiver -> flights.add(new Flight(sent.getFirst(), receiver)));
        if (random.nextInt(6) == 0) {
          flights.add(new Flight(sent.getFirst(), random.nextInt(USERS)));
        }
      }
    }

    private void deliverSome() {
      for (int n = 0; n < 2 && !flights.isEmpty(); n++) {
        Flight flight = flights.get(random.nextInt(Math.min(15, flights.size())));
        if (random.nextInt(10) > 0) {
          flights.remove(flight);
        }
        of(
            flight.receiver(),
            trial -> trial.deliver(flight.message(), flight.receiver(), nowMs + 1));
      }
    }

    private void plan(int user, int messageClass) {
      planned.computeIfAbsent(user, u -> new TreeMap<>()).put(nowMs, messageClass);
    }

    private Phase phase() {
      return new Phase(nowMs < 3000 ? Phase.Kind.RAMP : Phase.Kind.HOLD, 1);
    }

    private void all(Consumer<ScriptedTrial> event) {
      event.accept(whole);
      parts.forEach(event);
    }

    private void of(int user, Consumer<ScriptedTrial> event) {
      event.accept(whole);
      event.accept(parts.get(boards.driverOf(user)));
    }

    StageResult close(ScriptedTrial trial) {
      return trial
          .at(15_500)
          .accounts
          .closeStage(
              new StageObservations(
                  List.of(),
                  visitor ->
                      planned.forEach((user, times) ->
                          times
                              .tailMap(3000L)
                              .forEach((timeMs, messageClass) ->
                                  visitor.message(user, messageClass, timeMs * MS, 300))),
                  15_000 * MS,
                  TimeHistograms.upTo(0),
                  0,
                  ConnectionResult.none()));
    }
  }

  /** Over the network, as agents' are. */
  private static BoardBooks books(ScriptedTrial trial) {
    return Messages.books(Messages.bytes(trial.accounts.books().orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void driversThatShareBoardsKnowTogetherWhatOneWouldKnow(long seed) {
    Script script = new Script(seed, 1 + (int) (seed % 3), 1 + (int) (seed % 2));
    script.run();

    StageResult whole = script.close(script.whole);
    StageResult merged =
        script.parts.stream().map(script::close).reduce(StageResult::merge).orElseThrow();
    StageResult settled =
        SharedMerge.of(merged, script.parts.stream().map(SharedBoardsTest::books).toList(), true);

    assertThat(settled.hold()).isEqualTo(whole.hold());
    assertThat(settled.ramp()).isEqualTo(whole.ramp());
    assertThat(settled.owed()).isEqualTo(whole.owed());
    assertThat(settled.unserved()).isEqualTo(whole.unserved());
    assertThat(settled.coverage()).isEqualTo(whole.coverage());
    assertThat(settled.seconds()).isEqualTo(whole.seconds());
    assertThat(settled.intervals()).isEqualTo(whole.intervals());
    assertThat(settled.traffic()).isEqualTo(whole.traffic());
    assertThat(settled.joined()).isEqualTo(whole.joined());
    assertThat(settled.classes()).hasSameSizeAs(whole.classes());
    for (int number = 0; number < whole.classes().size(); number++) {
      assertThat(settled.classes().get(number).hold())
          .isEqualTo(whole.classes().get(number).hold());
      assertThat(settled.classes().get(number).times().delivery())
          .isEqualTo(whole.classes().get(number).times().delivery());
      assertThat(all(settled, number)).isEqualTo(all(whole, number));
    }
    assertThat(
            List.of(
                whole.hold().lost(),
                whole.hold().duplicated(),
                whole.hold().reordered(),
                whole.hold().misrouted(),
                whole.ramp().delivered(),
                whole.owed().unserved(),
                whole.owed().away(),
                whole.coverage().complete(),
                whole.reach().all().count()))
        .as("what the script meets")
        .allMatch(count -> count > 0);
  }

  private static Histogram all(StageResult result, int messageClass) {
    return result.classes().get(messageClass).times().reach().all();
  }

  @Test
  void howLongAMessageTookToSomeOfItsReceiversIsNotMeasured() {
    Script script = new Script(1, 1, 1);
    script.run();
    List<StageResult> results = script.parts.stream().map(script::close).toList();
    StageResult settled =
        SharedMerge.of(
            results.stream().reduce(StageResult::merge).orElseThrow(),
            script.parts.stream().map(SharedBoardsTest::books).toList(),
            true);

    assertThat(settled.reach().first()).isEqualTo(TimeFigures.NONE);
    assertThat(settled.reach().half()).isEqualTo(TimeFigures.NONE);
    assertThat(settled.messages().times().pointAge().getTotalCount()).isZero();
  }

  private ScriptedTrial inHold(int driver) {
    ScriptedTrial trial = new ScriptedTrial(new BoardShare(boards, driver), 1, 1);
    trial.open(1);
    trial.joinAll();
    trial.at(1000).accounts.hold(1000 * MS, 11_000 * MS);
    return trial;
  }

  private int userOf(int driver, int board) {
    return new BoardShare(boards, driver)
        .users(USERS)
        .filter(user -> boards.boardOf(user) == board)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageThatNobodyHasSentIsCorruptUnlessItsSendersDriverIsMissing() {
    ScriptedTrial one = inHold(0);
    ScriptedTrial other = inHold(1);
    int sender = userOf(0, 0);
    int receiver = userOf(1, 0);
    Message madeUp = new Message(sender, sender + ".7.h1.2000000000.2000000000");

    assertThat(other.deliver(madeUp, receiver, 2001)).isEqualTo(Outcome.COUNTED);

    StageResult merged = one.close().merge(other.close());
    List<BoardBooks> books = List.of(books(one), books(other));
    assertThat(SharedMerge.of(merged, books, true).hold().corrupt()).isEqualTo(1);
    assertThat(SharedMerge.of(merged, books, false).hold().corrupt()).isZero();
    assertThat(SharedMerge.of(merged, books, true).hold().delivered()).isZero();
  }

  @Test
  void oneStampCannotBeTwoMessages() {
    ScriptedTrial one = inHold(0);
    ScriptedTrial other = inHold(1);
    Message message = one.send(userOf(0, 0), 2000);
    String changed = message.json().replace(".2000000000\"", ".2000000001\"");

    assertThat(other.deliver(message, userOf(1, 0), 2001)).isEqualTo(Outcome.COUNTED);

    assertThat(changed).isNotEqualTo(message.json());
    assertThat(other.frame(changed, userOf(1, 0), 2002)).isEqualTo(Outcome.NOT_A_STROKE);
    int sender = message.sender();
    String ahead = message.json().replace(sender + ".0.h", sender + ".2000000000.h");
    assertThat(other.frame(ahead, userOf(1, 0), 2003))
        .as("a number that no sender comes to")
        .isEqualTo(Outcome.NOT_A_STROKE);
  }

  @Test
  void whoHasJustJoinedIsExpectedOnlyOnceItIsCertain() {
    ScriptedTrial one = inHold(0);
    ScriptedTrial other = inHold(1);
    int late = userOf(1, 0);
    other.at(2000).loopOf(late).left(late);
    other.at(3000).loopOf(late).joined(late);
    Message early = one.send(userOf(0, 0), 3000 + CERTAIN_MS / 2);
    Message certain = one.send(userOf(0, 0), 3000 + CERTAIN_MS);

    other.deliver(early, late, 3300);
    other.deliver(certain, late, 3300);

    assertThat(other.accounts.unexpected()).isEqualTo(1);
    StageResult merged = one.at(12_000).close().merge(other.at(12_000).close());
    StageResult settled = SharedMerge.of(merged, List.of(books(one), books(other)), true);
    long others = new BoardShare(boards, 1).users(USERS).filter(u -> u % BOARDS == 0).count() - 1;
    long own = new BoardShare(boards, 0).users(USERS).filter(u -> u % BOARDS == 0).count();
    assertThat(settled.hold().expected()).isEqualTo(2 * (own + others) + 1);
    assertThat(settled.hold().delivered()).isEqualTo(1);
  }
}
