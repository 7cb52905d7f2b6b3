package org.boardbench.account.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.account.ledger.ScriptedTrial.MS;

import org.boardbench.account.ledger.ScriptedTrial;
import org.boardbench.core.ArrivalClock;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.Test;

class ReadTotalsTest {
  private final ScriptedTrial trial = ScriptedTrial.inHold(4, 1, 2);

  /** In the hold, which lasts from 1 s to 11 s. */
  private void read(int loop, int frames, boolean ownStamp, long delayMs) {
    trial.accounts.loop(loop).read(300, frames, ownStamp, 2000 * MS, (2000 + delayMs) * MS);
  }

  private StageRecord.Arrivals figures() {
    return trial.close().arrivals();
  }

  @Test
  void theReceiveDelayCountsEachFrameOfARead() {
    read(0, 1, true, 2);
    read(1, 3, true, 8);

    TimeFigures delay = figures().receiveDelay();
    assertThat(delay.count()).isEqualTo(4);
    assertThat(delay.meanNs()).isBetween(6.49 * MS, 6.51 * MS);
    assertThat(delay.maxNs()).isBetween(8 * MS, 8 * MS + MS / 100);
  }

  @Test
  void aFrameSharesItsStampUnlessItIsTheLastOfItsReadAndEndsWithIt() {
    read(0, 1, true, 1);
    read(0, 3, true, 1);
    read(1, 2, false, 1);
    read(1, 0, false, 1);

    assertThat(figures().sharedStampPct()).hasValue(100 * 4 / 6.0);
  }

  @Test
  void theClockIsTheKernelsTheDriversOrBoths() {
    assertThat(trial.close().arrivalClock()).isEmpty();

    open(2);
    read(0, 1, true, 1);
    assertThat(trial.close().arrivalClock()).contains(ArrivalClock.KERNEL);

    open(3);
    read(0, 1, true, 0);
    assertThat(trial.close().arrivalClock()).contains(ArrivalClock.DRIVER);

    open(4);
    read(0, 1, true, 0);
    read(1, 1, true, 1);
    assertThat(trial.close().arrivalClock()).contains(ArrivalClock.MIXED);
  }

  private void open(int stage) {
    trial.at(0).open(stage);
    trial.accounts.hold(1000 * MS, 11_000 * MS);
  }

  @Test
  void aMoveOfTheKernelsClockCountsWhereItsSecondTouchesTheHold() {
    trial.accounts.loop(0).kernelClockMoved(50, 0, 900 * MS);
    trial.accounts.loop(0).kernelClockMoved(-9, 900 * MS, 1_900 * MS);
    trial.accounts.loop(1).kernelClockMoved(7, 10_900 * MS, 11_900 * MS);
    trial.accounts.loop(1).kernelClockMoved(70, 11_900 * MS, 12_900 * MS);

    assertThat(trial.close().clockMoveMaxNs()).hasValue(9);
  }

  @Test
  void anArrivalThatSeemsToLieAfterItsReadIsANegativeTimeOfTheHoldThatItWasReadIn() {
    trial.accounts.loop(0).arrivedAfterRead(999 * MS);
    trial.accounts.loop(0).arrivedAfterRead(1_000 * MS);
    trial.accounts.loop(1).arrivedAfterRead(10_999 * MS);
    trial.accounts.loop(1).arrivedAfterRead(11_000 * MS);

    assertThat(figures().negativeTimes()).isEqualTo(2);
  }

  @Test
  void whatARingWasShortOfCountsInTheHoldAndIsNotMeasuredWhereNoLoopHasOne() {
    assertThat(figures().ringShortages()).isEmpty();

    open(2);
    trial.accounts.loop(0).ringWasShort(1, 999 * MS);
    trial.accounts.loop(0).ringWasShort(0, 1_000 * MS);
    trial.accounts.loop(1).ringWasShort(2, 2_000 * MS);
    trial.accounts.loop(1).ringWasShort(3, 10_999 * MS);
    trial.accounts.loop(1).ringWasShort(4, 11_000 * MS);
    assertThat(figures().ringShortages()).hasValue(5);

    open(3);
    trial.accounts.loop(0).ringWasShort(0, 1_000 * MS);
    assertThat(figures().ringShortages()).hasValue(0);
  }

  @Test
  void nobodyComparedTheClocksOfADriverThatHasTheRunClockAlone() {
    read(0, 1, true, 0);

    assertThat(trial.close().clockMoveMaxNs()).isEmpty();
  }
}
