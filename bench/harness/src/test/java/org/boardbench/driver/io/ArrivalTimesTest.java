package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.driver.io.linux.ReceiveTime;
import org.junit.jupiter.api.Test;

class ArrivalTimesTest {
  private static final long EPOCH_NS = 1_800_000_000_000_000_000L;
  private static final long READ_NS = 7_000_000;

  private long aheadNs = EPOCH_NS;
  private final List<String> heard = new ArrayList<>();
  private final ArrivalTimes times =
      new ArrivalTimes(() -> READ_NS, () -> READ_NS + aheadNs, new Recorder());

  private final class Recorder implements SocketLoop.Agenda {
    @Override
    public long runDue() {
      return Long.MAX_VALUE;
    }

    @Override
    public void iterated(long startNs, long endNs) {}

    @Override
    public void kernelClockMoved(long byNs, long sinceNs, long nowNs) {
      heard.add("moved by " + byNs);
    }

    @Override
    public void arrivedAfterRead(long readNs) {
      heard.add("arrived after the read at " + readNs);
    }
  }

  /** A read's time of arrival when the kernel's clock puts it so far from the read. */
  private long arrival(long fromReadNs) {
    return times.arrivalNs(READ_NS + fromReadNs + aheadNs, READ_NS);
  }

  @Test
  void anArrivalBeforeItsReadIsWhenTheKernelSays() {
    assertThat(arrival(-900)).isEqualTo(READ_NS - 900);
    assertThat(times.areKnown()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void anArrivalAfterItsReadIsTakenToBeJustBeforeItAndIsTold() {
    assertThat(arrival(1)).isEqualTo(READ_NS - 1);
    assertThat(arrival(99_000)).isEqualTo(READ_NS - 1);
    assertThat(heard)
        .containsExactly("arrived after the read at 7000000", "arrived after the read at 7000000");
  }

  @Test
  void anArrivalAtTheMomentOfItsReadIsNoDisagreement() {
    assertThat(arrival(0)).isEqualTo(READ_NS - 1);
    assertThat(heard).isEmpty();
  }

  @Test
  void aClockThatWasSetIsNoticedByAnArrivalFarAheadAndTheArrivalIsRightThen() {
    aheadNs += 3_000_000;

    assertThat(arrival(-900)).isEqualTo(READ_NS - 900);
    assertThat(heard).containsExactly("moved by 3000000");
  }

  @Test
  void anArrivalFarAheadThatNoSettingOfTheClockExplainsIsToldToo() {
    assertThat(arrival(5_000_000)).isEqualTo(READ_NS - 1);
    assertThat(heard).containsExactly("moved by 0", "arrived after the read at 7000000");
  }

  @Test
  void withoutATimeOfTheKernelsTheArrivalIsTheRead() {
    assertThat(times.arrivalNs(ReceiveTime.UNKNOWN, READ_NS)).isEqualTo(READ_NS);
    assertThat(times.areKnown()).isFalse();
    assertThat(heard).isEmpty();
  }
}
