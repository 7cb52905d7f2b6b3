package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.result.StageResult;
import org.junit.jupiter.api.Test;

/** For what a drain waits: deliveries that are outstanding and can still arrive. */
class AwaitedDeliveriesTest {
  @Test
  void whatIsOwedToAConnectionThatIsGoneIsOutstandingAndAwaitedNoMore() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 2);
    trial.deliver(trial.send(0, 1000), 0, 1001);
    assertThat(trial.loopOf(1).awaits(1, true)).isTrue();

    trial.loopOf(1).left(1);
    assertThat(trial.loopOf(1).awaits(1, true)).isFalse();
    trial.loopOf(1).joined(1);
    assertThat(trial.loopOf(1).awaits(1, true)).as("nor by the user's next connection").isFalse();
    assertThat(trial.accounts.outstanding()).isEqualTo(1);

    Message after = trial.send(0, 1002);
    assertThat(trial.loopOf(1).awaits(1, true)).isTrue();
    trial.deliverTo(after, 1003, 0, 1);
    assertThat(trial.loopOf(0).awaits(0, true) || trial.loopOf(1).awaits(1, true)).isFalse();
    assertThat(trial.close().hold().lost()).isEqualTo(1);
  }

  @Test
  void aDeliveryThatLaterOnesOvertookIsAwaitedUntilItWouldBeTakenForACopy() {
    ScriptedTrial trial = ScriptedTrial.inHold(1, 1, 1);
    trial.send(0, 1000);

    for (int n = 1; n <= 64; n++) {
      assertThat(trial.loopOf(0).awaits(0, true)).isTrue();
      trial.deliver(trial.send(0, 1000 + n), 0, 1000 + n);
    }

    assertThat(trial.loopOf(0).awaits(0, true)).isFalse();
    assertThat(trial.accounts.outstanding()).isEqualTo(1);
  }

  @Test
  void whatWasSentBeforeAUserWentOutIsAwaitedAndCountsAndWhatWasSentAfterIsNothing() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 2);
    Message before = trial.send(0, 1000);
    trial.loopOf(1).goneOut(1);
    Message after = trial.send(0, 1001);
    assertThat(trial.loopOf(1).awaits(1, false)).isTrue();

    trial.deliver(after, 1, 1002);
    assertThat(trial.loopOf(1).awaits(1, true)).isTrue();
    assertThat(trial.loopOf(1).awaits(1, false)).as("it was overtaken").isFalse();
    trial.deliver(before, 1, 1003);
    assertThat(trial.loopOf(1).awaits(1, true)).isFalse();

    trial.deliverTo(before, 1004, 0);
    trial.deliverTo(after, 1004, 0);
    StageResult result = trial.close();
    assertThat(result.hold().expected()).isEqualTo(3);
    assertThat(result.hold().lost()).isZero();
    assertThat(trial.accounts.unexpected()).isEqualTo(1);
  }

  @Test
  void whoWentOutMissesNothingUntilItIsKeptAway() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    trial.loopOf(1).goneOut(1);
    trial.loopOf(1).left(1);
    trial.deliver(trial.send(0, 1000), 0, 1001);
    trial.loopOf(1).keptAway(1);
    trial.deliver(trial.send(0, 1002), 0, 1003);
    trial.loopOf(1).joined(1);
    trial.deliverTo(trial.send(0, 1004), 1005, 0, 1);

    StageResult result = trial.close();
    assertThat(result.owed().away()).isEqualTo(1);
    assertThat(result.hold().expected()).isEqualTo(4);
    assertThat(result.hold().lost()).isZero();
  }

  @Test
  void aMessageOfAnEarlierStageIsAwaitedNoMore() {
    ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 1);
    trial.send(0, 1000);
    trial.close();
    assertThat(trial.loopOf(1).awaits(1, true)).as("no stage is open").isFalse();

    trial.open(2);
    assertThat(trial.loopOf(1).awaits(1, true)).isFalse();
    trial.accounts.hold(2000 * MS, 3000 * MS);
    trial.deliver(trial.send(0, 2000), 1, 2001);
    assertThat(trial.loopOf(1).awaits(1, true)).isFalse();
  }
}
