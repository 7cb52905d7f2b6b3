package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochClockTest {
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

  private long nowNs = 77_000;
  private int looks;

  /** A look at the wall clock takes so long, one after the other, and shows the middle of it. */
  private final long[] looksNs = {500_000_000, 40, 900, 215_000_000, 2_000, 60, 70, 80, 90};

  private Instant wall() {
    long lookNs = looksNs[looks++];
    nowNs += lookNs / 2;
    Instant shown = at(nowNs);
    nowNs += lookNs / 2;
    return shown;
  }

  private static Instant at(long monotonicNs) {
    return START.plusNanos(monotonicNs);
  }

  private EpochClock clockFrom(Instant epoch) {
    return new EpochClock(() -> nowNs, this::wall, epoch);
  }

  @Test
  void zeroAndEpochAreTheSameMomentHoweverLongALookTook() {
    EpochClock clock = clockFrom(START);

    assertThat(clock.epoch().plusNanos(clock.nowNs())).isEqualTo(at(nowNs));
  }

  @Test
  void timeGoesOnFromItsZero() {
    EpochClock clock = clockFrom(START);
    long beforeNs = clock.nowNs();

    nowNs += 123;

    assertThat(clock.nowNs() - beforeNs).isEqualTo(123);
  }

  @Test
  void clocksThatCountFromAnAgreedEpochShowTheSameThoughTheyStartedApart() {
    Instant agreed = at(nowNs).minusSeconds(3);
    EpochClock early = clockFrom(agreed);
    nowNs += 7_000_000_123L;
    looks = 0;

    EpochClock late = clockFrom(agreed);

    assertThat(early.nowNs()).isEqualTo(late.nowNs());
    assertThat(agreed.plusNanos(early.nowNs())).isEqualTo(at(nowNs));
  }

  @Test
  void anEpochThatIsNoRunsIsRefused() {
    for (Instant odd : List.of(at(nowNs).plusSeconds(1), Instant.EPOCH)) {
      looks = 0;
      assertThatThrownBy(() -> clockFrom(odd))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(odd.toString());
    }
  }
}
