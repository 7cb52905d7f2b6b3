package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import java.time.Duration;
import org.boardbench.account.ledger.LoopAccounts.Outcome;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.results.row.MessageCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryAccountTest {
  private static MessageCounts counts(
      long sent,
      long expected,
      long delivered,
      long duplicated,
      long reordered,
      long corrupt,
      long misrouted) {
    return new MessageCounts(
        0, sent, expected, delivered, duplicated, reordered, corrupt, misrouted);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aMessageIsExpectedAtEveryMemberOfItsBoardAndNobodyElse(int loops) {
    ScriptedTrial trial = ScriptedTrial.inHold(6, 2, loops);

    Message even = trial.send(2, 1000);
    trial.deliverTo(even, 1001, 0, 2, 4);
    Message odd = trial.send(1, 1000);
    trial.deliverTo(odd, 1001, 1, 3, 5);

    assertThat(trial.close().hold()).isEqualTo(counts(2, 6, 6, 0, 0, 0, 0));
  }

  @Test
  void theFirstAndTheLastMessagesOfASenderCountAsLostWhenTheyNeverCome() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    trial.send(0, 1000);
    trial.deliverTo(trial.send(0, 2000), 2001, 0, 1);
    trial.send(0, 3000);

    MessageCounts hold = trial.close().hold();
    assertThat(hold).isEqualTo(counts(3, 6, 2, 0, 0, 0, 0));
    assertThat(hold.lost()).isEqualTo(4);
  }

  @Test
  void aSecondCopyIsADuplicateAndDoesNotMakeUpForALoss() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    Message message = trial.send(0, 1000);
    trial.deliverTo(message, 1001, 1, 1, 1);

    StageResult result = trial.close();
    assertThat(result.hold()).isEqualTo(counts(1, 2, 1, 2, 0, 0, 0));
    assertThat(result.delivery().count()).isEqualTo(1);
    assertThat(result.receivedInHold()).isEqualTo(3);
  }

  @Test
  void aDeliveryBelowTheHighestSeenFromItsSenderIsReordered() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    Message a = trial.send(0, 1000);
    Message b = trial.send(0, 1001);
    Message c = trial.send(0, 1002);
    Message other = trial.send(1, 1003);

    // By RFC 4737 the two that c overtook are reordered, and c, which came too early, is not.
    for (Message message : new Message[] {c, a, other, b}) {
      trial.deliver(message, 1, 1010);
    }
    trial.deliver(b, 1, 1011);

    assertThat(trial.close().hold()).isEqualTo(counts(4, 8, 4, 1, 2, 0, 0));
  }

  @Test
  void aDeliveryAtAnotherBoardIsMisroutedAndItsReceiverMissesNothing() {
    ScriptedTrial trial = ScriptedTrial.inHold(4, 2, 2);

    Message message = trial.send(0, 1000);
    trial.deliverTo(message, 1001, 0, 1, 2, 3);

    assertThat(trial.close().hold()).isEqualTo(counts(1, 2, 2, 0, 0, 0, 2));
  }

  @Test
  void aCorruptFrameIsCountedAndWhatItShouldHaveBeenIsLost() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    Message message = trial.send(0, 1000);
    trial.deliver(message, 0, 1001);
    assertThat(trial.frame(message.json().replace("stamp", "st\u0000mp"), 1, 1001))
        .isEqualTo(Outcome.NOT_A_STROKE);
    trial.loopOf(1).corrupt(1, 1001 * MS);

    assertThat(trial.close().hold()).isEqualTo(counts(1, 2, 1, 0, 0, 1, 0));
  }

  @Test
  void aCorruptFrameBeforeTheHoldBelongsToTheRamp() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    trial.loopOf(0).corrupt(0, 999 * MS);
    trial.loopOf(0).corrupt(0, 1000 * MS);
    trial.loopOf(0).corrupt(0, 12_000 * MS);

    StageResult result = trial.close();
    assertThat(result.ramp().corrupt()).isEqualTo(1);
    assertThat(result.hold().corrupt()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1.h1.1000000000.1000000000", // sequence never sent
        "1.0.h1.1000000000.1000000000", // that user sent nothing
        "0.0.r1.1000000000.1000000000", // other phase
        "0.0.h2.1000000000.1000000000", // stage to come
        "0.0.h1.1000000001.1000000000", // other times
        "0.0.h1.1000000000.1000000001",
        "2.0.h1.1000000000.1000000000" // no such user
      })
  void aStampOfAMessageThatWasNeverSentIsNoStroke(String stamp) {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    trial.send(0, 1000);

    assertThat(trial.deliver(new Message(0, stamp), 0, 1001)).isEqualTo(Outcome.NOT_A_STROKE);

    assertThat(trial.close().hold()).isEqualTo(counts(1, 2, 0, 0, 0, 0, 0));
    assertThat(trial.accounts.received()).isZero();
  }

  @Test
  void whoJoinsAfterAMessageIsNeitherExpectedToGetItNorCountedWhenItDoes() {
    ScriptedTrial trial = new ScriptedTrial(3, 1, 2);
    trial.open(1);
    trial.loopOf(0).joined(0);
    trial.loopOf(1).joined(1);
    trial.accounts.hold(0, 10_000 * MS);

    Message before = trial.send(0, 1000);
    trial.loopOf(2).joined(2);
    Message after = trial.send(0, 1001);
    trial.deliverTo(before, 1002, 0, 1, 2);
    trial.deliverTo(after, 1002, 0, 1, 2);

    assertThat(trial.close().hold()).isEqualTo(counts(2, 5, 5, 0, 0, 0, 0));
    assertThat(trial.accounts.unexpected()).isEqualTo(1);
  }

  @Test
  void whoDropsIsStillExpectedToGetWhatWasSentBefore() {
    ScriptedTrial trial = ScriptedTrial.inHold(3, 1, 1);

    Message before = trial.send(0, 1000);
    trial.loopOf(2).left(2);
    Message after = trial.send(0, 1001);
    trial.deliverTo(before, 1002, 0, 1);
    trial.deliverTo(after, 1002, 0, 1);

    MessageCounts hold = trial.close().hold();
    assertThat(hold).isEqualTo(counts(2, 5, 4, 0, 0, 0, 0));
    assertThat(hold.lost()).isEqualTo(1);
  }

  @Test
  void whoComesBackOwesNothingOfTheTimeBetween() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    trial.loopOf(1).left(1);
    Message between = trial.send(0, 1000);
    trial.loopOf(1).joined(1);
    Message after = trial.send(0, 1001);
    trial.deliverTo(between, 1002, 0, 1);
    trial.deliverTo(after, 1002, 0, 1);

    assertThat(trial.close().hold()).isEqualTo(counts(2, 3, 3, 0, 0, 0, 0));
  }

  @Test
  void joiningTwiceOrLeavingTwiceCountsOnce() {
    ScriptedTrial trial = ScriptedTrial.inHold(3, 1, 1);

    trial.loopOf(0).joined(0);
    trial.loopOf(2).left(2);
    trial.loopOf(2).left(2);

    assertThat(trial.accounts.joined()).isEqualTo(2);
    trial.send(0, 1000);
    assertThat(trial.close().hold().expected()).isEqualTo(2);
  }

  @Test
  void aMessageThatNeverLeftIsTakenBack() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    trial.deliverTo(trial.send(0, 1000), 1001, 0, 1);
    trial.begin(0, Phase.Kind.HOLD, 1001, 1001);
    trial.loopOf(0).notSent(0);
    trial.deliverTo(trial.send(0, 1002), 1003, 0, 1);

    assertThat(trial.close().hold()).isEqualTo(counts(2, 4, 4, 0, 0, 0, 0));
  }

  @Test
  void aMessageThatTheKernelHasNotTakenByTheEndWasNotSent() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    trial.begin(0, Phase.Kind.HOLD, 1000, 1000);

    assertThat(trial.close().hold()).isEqualTo(counts(0, 0, 0, 0, 0, 0, 0));
    trial.loopOf(0).sent(0);
    trial.open(2);
    trial.loopOf(0).sent(0);
    assertThat(trial.close().hold().sent()).isZero();
  }

  @Test
  void aUserHasOneMessageAtATimeBetweenSendingAndSent() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    trial.begin(0, Phase.Kind.HOLD, 1000, 1000);

    assertThatThrownBy(() -> trial.begin(0, Phase.Kind.HOLD, 1001, 1001))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAnswerMayOvertakeTheAccountOfItsMessage() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 2);

    Message message = trial.begin(0, Phase.Kind.HOLD, 1000, 1000);
    assertThat(trial.deliver(message, 1, 1001)).isEqualTo(Outcome.COUNTED);
    assertThat(trial.accounts.outstanding()).isZero();
    trial.loopOf(0).sent(0);
    assertThat(trial.accounts.outstanding()).isEqualTo(1);
    trial.deliver(message, 0, 1002);
    assertThat(trial.accounts.outstanding()).isZero();

    assertThat(trial.close().hold()).isEqualTo(counts(1, 2, 2, 0, 0, 0, 0));
  }

  @Test
  void rampAndHoldAreCountedApartByTheMessage() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);

    Message ramp = trial.send(0, Phase.Kind.RAMP, 990, 990);
    Message hold = trial.send(0, Phase.Kind.HOLD, 1000, 1000);
    trial.deliver(hold, 1, 1001);
    trial.deliver(ramp, 1, 1002);

    PlannedMessages eleven =
        visitor -> {
          for (int n = 0; n < 11; n++) {
            visitor.message(0, 0, (1000 + n) * MS, 300);
          }
        };
    StageResult result =
        trial.accounts.closeStage(StageObservations.scheduled(7, eleven, 20_000 * MS));
    assertThat(result.ramp()).isEqualTo(new MessageCounts(7, 1, 2, 1, 0, 1, 0, 0));
    assertThat(result.hold()).isEqualTo(new MessageCounts(11, 1, 2, 1, 0, 0, 0, 0));
  }

  @Test
  void theDrainsLateArrivalsCountAndLaterOnesDoNotDisturbTheNextStage() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    Message first = trial.send(0, 1000);
    Message second = trial.send(0, 2000);
    trial.deliverTo(first, 11_500, 0, 1);
    trial.deliver(second, 0, 11_500);
    assertThat(trial.at(12_000).close().hold().lost()).isEqualTo(1);

    assertThat(trial.deliver(second, 1, 12_100)).isEqualTo(Outcome.COUNTED);
    trial.at(13_000).open(2);
    trial.accounts.hold(13_000 * MS, 14_000 * MS);
    Message third = trial.send(0, 13_000);
    trial.deliver(third, 1, 13_001);
    trial.deliver(second, 1, 13_002);
    trial.deliver(first, 1, 13_003);
    trial.deliver(third, 0, 13_004);

    StageResult result = trial.close();
    assertThat(result.hold()).isEqualTo(counts(1, 2, 2, 0, 0, 0, 0));
    assertThat(result.receivedInHold()).isEqualTo(4);
    assertThat(trial.accounts.late()).isEqualTo(3);
  }

  @Test
  void theWarmUpIsAStageOfItsOwnThatLeavesNothingBehind() {
    ScriptedTrial trial = new ScriptedTrial(2, 1, 1);
    trial.open(0);
    trial.joinAll();
    trial.accounts.hold(0, 1000 * MS);
    Message warm = trial.send(0, Phase.Kind.WARM_UP, 10, 10);
    trial.deliver(warm, 0, 11);
    StageResult warmUp = trial.at(2000).close();
    assertThat(warmUp.hold()).isEqualTo(counts(1, 2, 1, 0, 0, 0, 0));
    assertThat(warmUp.ramp()).isEqualTo(counts(0, 0, 0, 0, 0, 0, 0));
    assertThat(warm.stamp()).isEqualTo("0.0.w.10000000.10000000");

    trial.at(3000).open(1);
    trial.accounts.hold(3000 * MS, 4000 * MS);
    trial.deliver(warm, 1, 3001);
    trial.deliverTo(trial.send(0, 3000), 3002, 0, 1);

    StageResult measured = trial.close();
    assertThat(measured.hold()).isEqualTo(counts(1, 2, 2, 0, 0, 0, 0));
    assertThat(measured.delivery().count()).isEqualTo(2);
    assertThat(measured.joined()).isEqualTo(2);
  }

  @Test
  void usersOfEarlierStagesStayAndNewOnesAddTo() {
    ScriptedTrial trial = new ScriptedTrial(4, 1, 2);
    trial.accounts.openStage(1, new StageSpec(2, Duration.ZERO, Duration.ofSeconds(1)), 0);
    trial.loopOf(0).joined(0);
    trial.loopOf(1).joined(1);
    trial.accounts.hold(0, 1000 * MS);
    assertThat(trial.at(1000).close().joined()).isEqualTo(2);

    trial.open(2);
    trial.loopOf(2).joined(2);
    trial.loopOf(3).joined(3);
    trial.accounts.hold(1000 * MS, 2000 * MS);
    trial.deliverTo(trial.send(3, 1500), 1501, 0, 1, 2, 3);

    StageResult result = trial.at(2000).close();
    assertThat(result.joined()).isEqualTo(4);
    assertThat(result.hold()).isEqualTo(counts(1, 4, 4, 0, 0, 0, 0));
  }

  @Test
  void stagesOpenAndCloseInTurn() {
    ScriptedTrial trial = new ScriptedTrial(2, 1, 1);
    assertThatThrownBy(trial::close).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trial.send(0, 0)).isInstanceOf(IllegalStateException.class);
    trial.open(1);
    assertThatThrownBy(() -> trial.open(2)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trial.send(0, 0)).isInstanceOf(IllegalStateException.class);
    trial.close();
    assertThatThrownBy(() ->
            trial.accounts.openStage(2, new StageSpec(3, Duration.ZERO, Duration.ofSeconds(1)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 2 users, not 3");
  }

  @Test
  void receivedCountsWhateverArrived() {
    ScriptedTrial trial = ScriptedTrial.inHold(4, 2, 2);
    Message message = trial.send(0, 1000);
    trial.deliverTo(message, 1001, 0, 0, 1, 2);
    trial.close();
    trial.deliver(message, 2, 12_000);

    assertThat(trial.accounts.received()).isEqualTo(5);
  }
}
