package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
  private static final long SECOND = 1_000_000_000;

  private final Tally tally = new Tally(0);

  private FaultSchedule schedule(FaultScript script) {
    return new FaultSchedule(script, tally);
  }

  @Test
  void everyKthIsCountedFromOne() {
    FaultSchedule schedule = schedule(FaultScript.every(3, Fault.DROP));

    assertThat(LongStream.rangeClosed(1, 9).filter(i -> schedule.atDelivery(i, 0) == Fault.DROP))
        .containsExactly(3L, 6L, 9L);
  }

  @Test
  void whereTwoFallTogetherTheFirstComesWhateverTheOrderOfTheScript() {
    FaultSchedule schedule = schedule(FaultScript.every(1, Fault.STALL).and(2, Fault.DROP));

    assertThat(schedule.atDelivery(1, 0)).isEqualTo(Fault.STALL);
    assertThat(schedule.atDelivery(2, 0)).isEqualTo(Fault.DROP);
  }

  @Test
  void aTimeIsCountedFromTheFirstJoinAndComesOnce() {
    FaultSchedule schedule =
        schedule(FaultScript.none().with(Fault.CUT, new When.Once(Duration.ofSeconds(5))));

    assertThat(schedule.atDelivery(1, 100 * SECOND)).isNull();
    schedule.joined(100 * SECOND);
    schedule.joined(103 * SECOND);
    assertThat(schedule.atDelivery(2, 105 * SECOND - 1)).isNull();
    assertThat(schedule.atDelivery(3, 105 * SECOND)).isEqualTo(Fault.CUT);
    schedule.happened(Fault.CUT);
    assertThat(schedule.atDelivery(4, 106 * SECOND)).isNull();
    assertThat(tally.counts().done(Fault.CUT)).isEqualTo(1);
  }

  @Test
  void aStallWithATimeIsLeftToTheServersTimerSoThatItDoesNotComeTwice() {
    FaultSchedule schedule =
        schedule(FaultScript.none().with(Fault.STALL, new When.Once(Duration.ofSeconds(5))));
    schedule.joined(100 * SECOND);

    assertThat(schedule.atDelivery(1, 106 * SECOND)).isNull();
    schedule.happened(Fault.STALL);
    assertThat(tally.counts().done(Fault.STALL)).isEqualTo(1);
  }

  @Test
  void connectionsAndDeliveriesAreCountedApart() {
    FaultSchedule schedule = schedule(FaultScript.every(1, Fault.MUTE_JOIN));

    assertThat(schedule.atDelivery(1, 0)).isNull();
    assertThat(schedule.happensAt(Fault.MUTE_JOIN, 1, 0)).isTrue();
    assertThat(schedule.happensAt(Fault.REFUSE_JOIN, 1, 0)).isFalse();
    assertThat(tally.counts().done(Fault.MUTE_JOIN)).isEqualTo(1);
  }

  @Test
  void aScriptForgetsWhatNeverHappens() {
    FaultScript script = FaultScript.every(2, Fault.DROP).with(Fault.DROP, new When.Never());

    assertThat(script).isEqualTo(FaultScript.none());
    assertThat(script.disturbsDeliveries()).isFalse();
    assertThat(FaultScript.every(1, Fault.MUTE_JOIN).disturbsDeliveries()).isFalse();
    assertThat(FaultScript.every(1, Fault.STALL).disturbsDeliveries()).isTrue();
  }
}
