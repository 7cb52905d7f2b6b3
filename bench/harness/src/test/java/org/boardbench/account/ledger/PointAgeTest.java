package org.boardbench.account.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.scenario.BoardShare;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PointSizes;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Users who write and users who point, whose messages come to the others at random times, against
 * ages that are kept in lists and taken from the points that each message must have.
 */
class PointAgeTest {
  private static final int USERS = 12;
  private static final int BOARDS = 3;
  private static final long START_NS = 1_000 * MS;
  private static final long END_NS = 11_000 * MS;

  /** As pens have it by default. */
  private static final double POINTS_PER_S = 66;

  /** Three significant digits. */
  private static final Percentage DIGITS = Percentage.withPercentage(0.1);

  private record Sent(Message message, MessageClass messageClass, long firstPointNs) {}

  private record Flight(Sent sent, int receiver, long receivedNs) {}

  private final Random random = new Random(7);
  private final PriorityQueue<Flight> flights =
      new PriorityQueue<>(Comparator.comparingLong(Flight::receivedNs));
  private final Set<String> seen = new HashSet<>();
  private final List<Long> strokeAgesNs = new ArrayList<>();
  private final List<Long> cursorAgesNs = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ofEachClassItIsWhatASlowAccountOfEveryPointSays(int loops) {
    ScriptedTrial trial = new ScriptedTrial(BoardShare.whole(BOARDS, USERS), loops, 2);
    trial.open(1);
    trial.joinAll();
    trial.at(1_000).accounts.hold(START_NS, END_NS);
    for (int user = 0; user < USERS; user++) {
      send(trial, user);
    }
    while (!flights.isEmpty()) {
      deliver(trial, flights.remove());
    }

    StageResult result = trial.at(12_000).close();
    assertThat(strokeAgesNs).hasSizeGreaterThan(100);
    assertThat(cursorAgesNs).hasSizeGreaterThan(100);
    assertSays(result, MessageClass.STROKE, strokeAgesNs);
    assertSays(result, MessageClass.CURSOR, cursorAgesNs);
    assertThat(result.messages().times().pointAge().getTotalCount())
        .isEqualTo(strokeAgesNs.size() + cursorAgesNs.size());
  }

  /** The even users write, the others point. */
  private void send(ScriptedTrial trial, int user) {
    ScheduleCursor messages =
        Behaviours.named(user % 2 == 0 ? "strokes" : "cursor")
            .orElseThrow()
            .usual()
            .schedule(USERS, START_NS, 42)
            .messages(user);
    for (; messages.intendedNs() < END_NS; messages.advance()) {
      long intendedNs = messages.intendedNs();
      int further =
          (messages.bytes() - PointSizes.ONE_POINT_BYTES) / PointSizes.FURTHER_POINT_BYTES;
      Message message =
          trial.begin(
              user,
              messages.messageClass().number(),
              Phase.Kind.HOLD,
              messages.firstPointNs(),
              intendedNs,
              intendedNs + random.nextInt(3) * MS);
      trial.loopOf(user).sent(user);
      Sent sent =
          new Sent(
              message,
              messages.messageClass(),
              intendedNs - Math.round(further / POINTS_PER_S * 1e9));
      for (int receiver = user % BOARDS; receiver < USERS; receiver += BOARDS) {
        int copies = List.of(0, 1, 1, 2).get(random.nextInt(4));
        for (int copy = 0; copy < copies; copy++) {
          flights.add(new Flight(sent, receiver, intendedNs + (5 + random.nextInt(200)) * MS));
        }
      }
    }
  }

  private void deliver(ScriptedTrial trial, Flight flight) {
    Sent sent = flight.sent();
    int receiver = flight.receiver();
    byte[] frame = sent.message().json().getBytes(UTF_8);
    trial.loopOf(receiver).frame(receiver, frame, 0, frame.length, flight.receivedNs());
    if (receiver != sent.message().sender()
        && seen.add(sent.message().stamp() + " at " + receiver)) {
      (sent.messageClass() == MessageClass.STROKE ? strokeAgesNs : cursorAgesNs)
          .add(flight.receivedNs() - sent.firstPointNs());
    }
  }

  private static void assertSays(StageResult result, MessageClass messageClass, List<Long> agesNs) {
    Histogram told = result.classes().get(messageClass.number()).times().pointAge();
    TimeFigures figures = TimeHistograms.figures(told);
    List<Long> sorted = agesNs.stream().sorted().toList();
    assertThat(figures.count()).isEqualTo(sorted.size());
    assertThat(figures.p50Ns()).isCloseTo(percentile(sorted, 50), DIGITS);
    assertThat(figures.p95Ns()).isCloseTo(percentile(sorted, 95), DIGITS);
    assertThat(figures.p99Ns()).isCloseTo(percentile(sorted, 99), DIGITS);
    assertThat(figures.maxNs()).isCloseTo(sorted.getLast(), DIGITS);
  }

  private static long percentile(List<Long> sorted, int percent) {
    return sorted.get((percent * sorted.size() + 99) / 100 - 1);
  }
}
