package org.boardbench.trial.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.boardbench.account.ledger.ScriptedResult;
import org.boardbench.account.record.KeptHistogram;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.ConnectionMoment;
import org.boardbench.account.result.ConnectionMoment.Change;
import org.boardbench.account.result.SecondResult;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.results.row.SecondRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trial whose second 0 began at 100 s of the run clock, with a hold from second 2 to 22. */
class RecoveryTest {
  private static final long S = 1_000_000_000;
  private static final long MS = 1_000_000;
  private static final long MEASURED_FROM = 100 * S;
  private static final long HOLD_START = MEASURED_FROM + 2 * S;
  private static final int USERS = 10;
  private static final long OWED = 1_000;

  private final ScriptedResult stage = new ScriptedResult();
  private final List<ConnectionMoment> moments = new ArrayList<>();
  private final long[] expected = filled(OWED);
  private final long[] lost = filled(0);
  private final long[] p99Ms = filled(5);

  private static long[] filled(long value) {
    return IntStream.range(0, 22).mapToLong(second -> value).toArray();
  }

  @BeforeEach
  void describeStage() {
    stage.spec = new StageSpec(USERS, Duration.ofSeconds(2), Duration.ofSeconds(20));
    stage.holdStartNs = HOLD_START;
    stage.holdEndNs = HOLD_START + 20 * S;
  }

  /** At so many ms since the hold began. */
  private static FaultEvent at(double ms) {
    long ns = (long) (ms * MS);
    return new FaultEvent(
        "kill",
        "target",
        ns,
        OptionalLong.of(ns),
        OptionalLong.empty(),
        List.of(1L),
        OptionalInt.empty());
  }

  private void moment(Change change, int user, double sinceHoldStartMs) {
    moments.add(new ConnectionMoment(change, user, HOLD_START + (long) (sinceHoldStartMs * MS)));
  }

  private RecoveryFigures figures(OptionalDouble boundNs, FaultEvent... faults) {
    List<SecondResult> seconds = new ArrayList<>();
    for (int second = 0; second < expected.length; second++) {
      Histogram rtts = TimeHistograms.upTo(0);
      rtts.recordValue(p99Ms[second] * MS);
      seconds.add(
          new SecondResult(
              new Phase(second < 2 ? Phase.Kind.RAMP : Phase.Kind.HOLD, 1),
              second,
              S,
              new SecondRecord.Messages(
                  0,
                  0,
                  expected[second],
                  lost[second],
                  second < 2 ? OptionalLong.empty() : OptionalLong.of(OWED),
                  0),
              USERS,
              new SecondRecord.UserChanges(0, 0),
              KeptHistogram.of(rtts)));
    }
    stage.seconds = seconds;
    stage.moments = Optional.of(moments.stream().sorted(ConnectionMoment.IN_TIME).toList());
    return new Recovery(stage.result(), MEASURED_FROM, boundNs)
        .of(faults[0], List.of(faults))
        .orElseThrow();
  }

  private RecoveryFigures figures(FaultEvent... faults) {
    return figures(OptionalDouble.empty(), faults);
  }

  private RecoveryFigures.Users users(FaultEvent... faults) {
    return figures(faults).users().orElseThrow();
  }

  private static OptionalLong ms(double ms) {
    return OptionalLong.of((long) (ms * MS));
  }

  @Test
  void aFaultThatNobodyNoticesHasNothingToRecoverFrom() {
    RecoveryFigures figures = figures(at(5_500));

    assertThat(figures.recoveryNs()).hasValue(0);
    assertThat(figures.messages())
        .contains(new RecoveryFigures.Messages(0, 0, OptionalDouble.of(0)));
    RecoveryFigures.Users users = figures.users().orElseThrow();
    assertThat(users.dropped()).isZero();
    assertThat(users.firstDropNs()).isEmpty();
    assertThat(users.all()).isEmpty();
    assertThat(users.awayMaxNs()).isEmpty();
    assertThat(users.storm()).isEqualTo(new RecoveryFigures.Storm(0, 0, 0, OptionalLong.empty()));
  }

  /** Back after a second and a half; replicas with so many users at the end of each second. */
  private OptionalLong balancedNs(String kind, List<List<Integer>> users) {
    long ns = 5_500 * MS;
    FaultEvent fault =
        new FaultEvent(
            kind,
            "replica",
            ns,
            OptionalLong.of(ns),
            OptionalLong.of(ns + 1_500 * MS),
            List.of(1L),
            OptionalInt.empty());
    List<ReplicaSecond> replicas =
        IntStream.range(0, users.size())
            .mapToObj(second -> new ReplicaSecond(second, users.get(second)))
            .toList();
    return new Recovery(stage.result(), MEASURED_FROM, OptionalDouble.empty(), replicas)
        .of(fault, List.of(fault))
        .orElseThrow()
        .balancedNs();
  }

  @Test
  void replicasAreBalancedWhenEachHasItsShareAgainSinceTheOneThatWasAwayWasReady() {
    List<List<Integer>> users = new ArrayList<>(Collections.nCopies(7, List.of(50, 50)));
    users.add(List.of(100, 0)); // at 8 s of the trial; it was ready at 9 s
    users.add(List.of(100, 0));
    users.add(List.of(90, 10));
    users.add(List.of(56, 44));
    users.add(List.of(54, 46)); // at the end of second 11

    assertThat(balancedNs("kill", users)).hasValue(3 * S);
    for (String kind : List.of("stop", "slow", "partition", "fill", "cut")) {
      assertThat(balancedNs(kind, users)).as("nothing was started again by " + kind).isEmpty();
    }
  }

  @Test
  void replicasToWhichNobodyComesAreNeverBalanced() {
    assertThat(balancedNs("kill", Collections.nCopies(22, List.of(100, 0)))).isEmpty();
    assertThat(balancedNs("kill", List.of())).as("without replicas").isEmpty();
  }

  @Test
  void aFaultThatNeverCameHasNoFigures() {
    FaultEvent never =
        new FaultEvent(
            "kill",
            "worker",
            5 * S,
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            OptionalInt.empty());

    assertThat(
            new Recovery(stage.result(), MEASURED_FROM, OptionalDouble.empty())
                .of(never, List.of(never)))
        .isEmpty();
  }

  @Test
  void detectionIsWhenTheFirstAndTheLastUserKnew() {
    moment(Change.DROPPED, 3, 900); // before
    moment(Change.DROPPED, 1, 1_002);
    moment(Change.DROPPED, 2, 1_250);

    RecoveryFigures.Users users = users(at(1_000));

    assertThat(users.dropped()).isEqualTo(2);
    assertThat(users.firstDropNs()).isEqualTo(ms(2));
    assertThat(users.lastDropNs()).isEqualTo(ms(250));
    assertThat(users.returned()).isZero();
    assertThat(users.half()).isEmpty();
    assertThat(users.awayMaxNs()).as("they stay away").isEmpty();
  }

  @Test
  void theWayBackIsCountedFromTheFaultUntilSoManyOfTheDroppedHaveJoinedAgain() {
    for (int user = 0; user < 4; user++) {
      moment(Change.DROPPED, user, 1_010);
      moment(Change.ATTEMPT, user, 1_100 + 500 * user);
      moment(Change.OPENED, user, 1_103 + 500 * user);
      moment(Change.RETURNED, user, 1_105 + 500 * user);
    }
    moment(Change.ATTEMPT, 0, 1_050);
    moment(Change.FAILED, 0, 1_051);

    RecoveryFigures.Users users = users(at(1_000));

    assertThat(users.returned()).isEqualTo(4);
    assertThat(users.half()).isEqualTo(ms(605));
    assertThat(users.most()).isEqualTo(ms(1_605));
    assertThat(users.all()).isEqualTo(ms(1_605));
    assertThat(users.awayMaxNs()).isEqualTo(ms(1_595));
    assertThat(users.storm().attempts()).isEqualTo(5);
    assertThat(users.storm().failed()).isEqualTo(1);
    assertThat(users.storm().perSecondMax())
        .as(
            "at 1050, 1100 and 1600; 2100 is more than a second after the first, 1000 ms after"
                + " the second")
        .isEqualTo(3);
    assertThat(users.storm().handshakeP99Ns()).isEqualTo(ms(3));
  }

  @Test
  void whoWasAwayBeforeAndComesBackIsNoneOfItsUsers() {
    moment(Change.DROPPED, 1, 500);
    moment(Change.RETURNED, 1, 1_500);
    moment(Change.DROPPED, 2, 1_001);

    assertThat(users(at(1_000)).returned()).isZero();
  }

  @Test
  void whoseStayEndsWhileItIsAwayIsNotWaitedFor() {
    moment(Change.DROPPED, 1, 1_010);
    moment(Change.DROPPED, 2, 1_010);
    moment(Change.ATTEMPT, 2, 1_020);
    moment(Change.FAILED, 2, 1_021);
    moment(Change.RETURNED, 1, 1_500);
    moment(Change.LEFT, 2, 3_000);

    RecoveryFigures.Users users = users(at(1_000));

    assertThat(users.dropped()).isEqualTo(2);
    assertThat(users.returned()).isEqualTo(1);
    assertThat(users.left()).isEqualTo(1);
    assertThat(users.all()).as("of the one who stays").isEqualTo(ms(500));
    assertThat(users.awayMaxNs()).as("until it left").isEqualTo(ms(1_990));
    assertThat(users.storm().attempts()).isEqualTo(1);
    assertThat(users.storm().failed()).isEqualTo(1);
  }

  @Test
  void whereAllLeaveWhileTheyAreAwayNobodyIsBack() {
    moment(Change.DROPPED, 1, 1_010);
    moment(Change.LEFT, 1, 2_010);

    RecoveryFigures.Users users = users(at(1_000));

    assertThat(users.all()).isEmpty();
    assertThat(users.awayMaxNs()).isEqualTo(ms(1_000));
  }

  @Test
  void whoComesAndGoesAsPlannedIsNoPartOfTheStorm() {
    moment(Change.DROPPED, 1, 1_010);
    moment(Change.LEFT, 1, 1_200);
    for (int user = 1; user < 4; user++) {
      moment(Change.ATTEMPT, user, 1_300);
      moment(Change.OPENED, user, 1_900);
    }
    moment(Change.ATTEMPT, 4, 1_310);
    moment(Change.FAILED, 4, 1_320);

    assertThat(users(at(1_000)).storm())
        .isEqualTo(new RecoveryFigures.Storm(0, 0, 0, OptionalLong.empty()));
  }

  @Test
  void theNextFaultOfTheStageEndsWhatIsPutDownToThisOne() {
    moment(Change.DROPPED, 1, 1_001);
    moment(Change.DROPPED, 2, 4_001);
    moment(Change.RETURNED, 1, 4_500);

    RecoveryFigures.Users users = users(at(1_000), at(4_000));

    assertThat(users.dropped()).isEqualTo(1);
    assertThat(users.returned()).isZero();
  }

  @Test
  void whatIsMissingIsLostOrMissedAndTogetherUsersWithoutAnythingForSomeTime() {
    expected[7] = 400;
    lost[7] = 100;
    expected[8] = 0;
    lost[3] = 50; // before

    RecoveryFigures.Messages messages = figures(at(5_500)).messages().orElseThrow();

    assertThat(messages.lost()).isEqualTo(100);
    assertThat(messages.missed()).isEqualTo(600 + 1_000);
    assertThat(messages.userSeconds().orElseThrow()).isCloseTo(7 + 10, Offset.offset(1e-9));
  }

  @Test
  void theSecondInWhichTheNextFaultComesIsThatOnesAlone() {
    lost[7] = 100;
    lost[10] = 300; // 8 to 9 s after the hold began

    assertThat(figures(at(5_500), at(8_400)).messages().orElseThrow().lost()).isEqualTo(100);
    assertThat(figures(at(8_400)).messages().orElseThrow().lost()).isEqualTo(300);
  }

  @Test
  void recoveryIsTheBeginningOfFiveSecondsInWhichHardlyAnythingIsMissing() {
    expected[7] = 0;
    expected[8] = 500;
    lost[10] = 2;
    lost[11] = 1; // 99.9 % arrive

    assertThat(figures(at(5_250)).recoveryNs())
        .as("from second 11 on: 9 s after the hold began")
        .isEqualTo(ms(9_000 - 5_250));
  }

  @Test
  void whereTheHoldEndsTooSoonNothingIsSaidOfRecovery() {
    lost[18] = 500;

    assertThat(figures(at(5_250), at(9_000)).recoveryNs()).as("before the next one").isEmpty();
    assertThat(figures(at(15_250)).recoveryNs()).isEmpty();
  }

  @Test
  void aBoundOfTheRttHasToBeKeptToo() {
    for (int second = 7; second < 12; second++) {
      p99Ms[second] = 80;
    }

    assertThat(figures(OptionalDouble.of(50.0 * MS), at(5_250)).recoveryNs())
        .isEqualTo(ms(10_000 - 5_250));
    assertThat(figures(OptionalDouble.of(100.0 * MS), at(5_250)).recoveryNs()).hasValue(0);
  }

  @Test
  void ofTheSecondInWhichTheHoldBeganNoMessagesCanBeTold() {
    stage.holdStartNs = HOLD_START + 400 * MS;

    assertThat(figures(at(100)).messages()).isEmpty();
    assertThat(figures(at(700)).messages()).isPresent();
  }

  @Test
  void whereChangesWereTooManyToKeepNothingIsSaidOfUsers() {
    figures(at(1_000));
    stage.moments = Optional.empty();

    assertThat(
            new Recovery(stage.result(), MEASURED_FROM, OptionalDouble.empty())
                .of(at(1_000), List.of(at(1_000)))
                .orElseThrow()
                .users())
        .isEmpty();
  }
}
