package org.boardbench.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.account.ledger.ScriptedTrial.Message;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.result.StageResult;
import org.junit.jupiter.api.Test;

class StageWatchTest {
  private final ScriptedTrial trial = new ScriptedTrial(2, 1, 2);

  @Test
  void showsAnOpenStageByPhaseAndItsLastStateOnceItIsClosed() {
    trial.open(1);
    trial.joinAll();
    StageWatch watch = trial.accounts.watch();
    Message early = trial.send(0, Phase.Kind.RAMP, 900, 901);
    trial.at(1000).accounts.hold(1000 * ScriptedTrial.MS, 11_000 * ScriptedTrial.MS);
    Message late = trial.send(1, Phase.Kind.HOLD, 1000, 1003);
    trial.deliverTo(early, 902, 0, 1);
    trial.deliverTo(late, 1010, 0, 0);

    StageSnapshot open = watch.snapshot(0);

    assertThat(open.ramp().sent()).isEqualTo(1);
    assertThat(open.ramp().delivered()).isEqualTo(2);
    assertThat(open.ramp().outstanding()).isZero();
    assertThat(open.hold().expected()).isEqualTo(2);
    assertThat(open.hold().outstanding()).isEqualTo(1);
    assertThat(open.hold().duplicated()).isEqualTo(1);
    assertThat(open.hold().rtt().total()).as("it has not come back").isZero();
    assertThat(open.hold().delivery().sumNs()).isEqualTo(10 * ScriptedTrial.MS);
    assertThat(open.hold().sendDelay().sumNs()).isEqualTo(3 * ScriptedTrial.MS);
    assertThat(open.hold().owed()).isEqualTo(2);
    assertThat(open.hold().reach().total()).as("one receiver has not got it").isZero();

    trial.deliver(late, 1, 1011);
    StageResult closed = trial.at(11_000).close();
    trial.open(2);
    trial.send(0, Phase.Kind.HOLD, 11_500, 11_500);

    PhaseSnapshot hold = watch.snapshot(0).hold();
    assertThat(hold.sent()).isEqualTo(closed.hold().sent());
    assertThat(hold.delivered()).isEqualTo(closed.hold().delivered());
    assertThat(hold.rtt().total()).isEqualTo(closed.rtt().count());
    assertThat(hold.reach().total()).isEqualTo(1);
    assertThat(hold.reach().sumNs()).isEqualTo(11 * ScriptedTrial.MS);
    assertThat(hold.owed()).isEqualTo(2);
  }

  @Test
  void whatIsOwedToWhoIsAwayAndWhatCannotBeSentIsOwedAllTheSame() {
    ScriptedTrial inHold = ScriptedTrial.inHold(2, 1, 2);
    StageWatch watch = inHold.accounts.watch();

    inHold.accounts.loop(1).left(1);
    inHold.send(0, Phase.Kind.HOLD, 1000, 1000);
    inHold.accounts.loop(1).unserved(1, 0, new Phase(Phase.Kind.HOLD, 1), 1000 * ScriptedTrial.MS);

    PhaseSnapshot hold = watch.snapshot(0).hold();
    assertThat(hold.expected()).isEqualTo(1);
    assertThat(hold.owed()).isEqualTo(4);
  }

  @Test
  void aHiccupOfTheDriverCountsAsAStallWhereItIsLongerThanEveryIteration() {
    ScriptedTrial inHold = ScriptedTrial.inHold(2, 1, 2);
    StageWatch watch = inHold.accounts.watch();

    inHold.accounts.loop(1).iterated(2_000_000_000, 2_005_000_000);
    inHold.accounts.loop(1).iterated(3_000_000_000L, 3_001_000_000L);

    assertThat(watch.snapshot(0).stallMaxNs()).isEqualTo(5_000_000);
    assertThat(watch.snapshot(9_000_000).stallMaxNs()).isEqualTo(9_000_000);
  }
}
