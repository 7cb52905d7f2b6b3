package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WakeLeadTest {
  private static final long DUE_NS = 1_000_000_000;

  private long nowNs;
  private final WakeLead lead = new WakeLead(() -> nowNs += 100);

  /** A wait that ends so much later than it was to. */
  private void waitThatIsLateBy(long lateNs) {
    long wakeNs = DUE_NS - lead.ns();
    nowNs = wakeNs + lateNs - 100;
    lead.awaitDue(wakeNs, DUE_NS);
  }

  @Test
  void learnsWhatWaitsNeedAndThenReturnsRightWhenTheSendIsDue() {
    for (int i = 0; i < 100; i++) {
      waitThatIsLateBy(30_000);
    }
    assertThat(lead.ns()).isBetween(29_900L, 30_000L);
    assertThat(nowNs).isBetween(DUE_NS, DUE_NS + 300);
  }

  @Test
  void neverReturnsBeforeTheSendIsDue() {
    for (int i = 0; i < 100; i++) {
      waitThatIsLateBy(i % 2 == 0 ? 40_000 : 2_000);
      assertThat(nowNs).isGreaterThanOrEqualTo(DUE_NS);
    }
  }

  @Test
  void aWaitForACoreTeachesNothing() {
    waitThatIsLateBy(20_000_000);

    assertThat(lead.ns()).isZero();
  }

  @Test
  void whatIsDueMuchLaterIsLeftToTheNextWait() {
    nowNs = 0;
    lead.awaitDue(0, DUE_NS);

    assertThat(nowNs).isLessThan(WakeLead.MOST_NS);
  }
}
