package org.boardbench.measure;

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

  @Test
  void zeroAndEpochAreTheSameMomentHoweverLongALookTook() {
    EpochClock clock = new EpochClock(() -> nowNs, this::wall);

    assertThat(clock.epoch().plusNanos(clock.nowNs())).isEqualTo(at(nowNs));
  }

  @Test
  void timeGoesOnFromItsZero() {
    EpochClock clock = new EpochClock(() -> nowNs, this::wall);
    long beforeNs = clock.nowNs();

    nowNs += 123;

    assertThat(clock.nowNs() - beforeNs).isEqualTo(123);
  }

  @Test
  void clocksThatCountFromAnAgreedEpochShowTheSameThoughTheyStartedApart() {
    EpochClock early = new EpochClock(() -> nowNs, this::wall);
    nowNs += 7_000_000_123L;
    looks = 0;
    EpochClock late = new EpochClock(() -> nowNs, this::wall);
    Instant agreed = early.epoch().minusSeconds(3);

    EpochClock one = early.countedFrom(agreed);
    EpochClock other = late.countedFrom(agreed);

    assertThat(one.nowNs()).isEqualTo(other.nowNs());
    assertThat(one.epoch().plusNanos(one.nowNs())).isEqualTo(at(nowNs));
  }

  @Test
  void anEpochThatIsNoRunsIsRefused() {
    EpochClock clock = new EpochClock(() -> nowNs, this::wall);

    for (Instant odd : List.of(at(nowNs).plusSeconds(1), Instant.EPOCH)) {
      assertThatThrownBy(() -> clock.countedFrom(odd))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(odd.toString());
    }
  }
}
