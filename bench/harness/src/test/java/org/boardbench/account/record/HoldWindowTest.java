package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import org.boardbench.account.ledger.ScriptedTrial;
import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.result.StageResult;
import org.junit.jupiter.api.Test;

/** The hold of {@link ScriptedTrial#inHold} lasts from 1,000 to 11,000 ms. */
class HoldWindowTest {
  private final ScriptedTrial trial = ScriptedTrial.inHold(2, 1, 2);

  @Test
  void whatArrivesBetweenTheBoundsIsReceivedInHoldWhateverItsPhase() {
    Message ramp = trial.send(0, Phase.Kind.RAMP, 900, 900);
    Message hold = trial.send(0, 1000);

    trial.deliver(ramp, 0, 999);
    trial.deliver(ramp, 1, 1000);
    trial.deliver(hold, 0, 10_999);
    trial.deliver(hold, 1, 11_000);

    StageResult result = trial.close();
    assertThat(result.receivedInHold()).isEqualTo(2);
    assertThat(result.holdStartNs()).isEqualTo(1000 * MS);
    assertThat(result.holdEndNs()).isEqualTo(11_000 * MS);
    assertThat(result.holdSeconds()).isEqualTo(10);
  }

  @Test
  void bytesAndReadsAreCutAtTheBoundsAndSummedOverTheLoops() {
    for (long ms : new long[] {999, 1000, 10_999, 11_000}) {
      trial.accounts.loop(0).read(1000, 3, true, ms * MS, ms * MS);
      trial.accounts.loop(1).read(10, 0, false, ms * MS, ms * MS);
      trial.accounts.loop(1).wrote(7, ms * MS);
    }

    StageResult result = trial.close();
    assertThat(result.rxBytes()).isEqualTo(2020);
    assertThat(result.txBytes()).isEqualTo(14);
    assertThat(result.arrivals().framesPerRead()).hasValue(1.5);
  }

  @Test
  void withoutAReadThereAreNoFramesPerRead() {
    assertThat(trial.close().arrivals().framesPerRead()).isEmpty();
  }

  @Test
  void theStallIsTheLongestIterationOfAnyLoopAsFarAsItLiesInTheHold() {
    trial.accounts.loop(0).iterated(0, 900 * MS);
    trial.accounts.loop(0).iterated(990 * MS, 1040 * MS);
    trial.accounts.loop(1).iterated(2000 * MS, 2050 * MS);
    trial.accounts.loop(1).iterated(10_970 * MS, 12_000 * MS);

    assertThat(trial.close().stallMaxNs()).isEqualTo(50 * MS);
  }

  @Test
  void aStageThatEndsBeforeItsHoldHasAnEmptyOne() {
    trial.close();
    trial.at(20_000).open(2);

    StageResult result = trial.at(20_500).close();
    assertThat(result.holdSeconds()).isZero();
    assertThat(result.joined()).isEqualTo(2);
    assertThat(result.receivedInHold()).isZero();
  }

  @Test
  void itCannotEndBeforeItStarts() {
    assertThatThrownBy(() -> trial.accounts.hold(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
