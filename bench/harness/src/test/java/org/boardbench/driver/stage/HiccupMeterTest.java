package org.boardbench.driver.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiccupMeterTest {
  private static final long PERIOD = HiccupMeter.PERIOD_MS;

  private long nowMs;
  private final HiccupMeter hiccupMeter = new HiccupMeter(() -> nowMs * 1_000_000);

  @Test
  void aSleepThatEndsInTimeIsNoHiccup() {
    hold(0, 1_000);
    for (int wake = 0; wake < 10; wake++) {
      passAndWake(PERIOD);
    }

    assertThat(hiccupMs()).isZero();
  }

  @Test
  void tellsByHowMuchTheLatestWakeUpWasLate() {
    hold(0, 1_000);
    passAndWake(PERIOD + 30);
    passAndWake(PERIOD + 80);
    passAndWake(PERIOD + 2);

    assertThat(hiccupMs()).isEqualTo(80);
  }

  @Test
  void countsOnlyWhatLiesWithinTheHold() {
    passAndWake(PERIOD + 500);
    hold(nowMs + 100, nowMs + 200);
    assertThat(hiccupMs()).as("what came before").isZero();

    passAndWake(130);
    assertThat(hiccupMs()).as("what began before").isEqualTo(30);

    passAndWake(PERIOD + 400);
    assertThat(hiccupMs()).as("what ends after").isEqualTo(70 - PERIOD);
  }

  @Test
  void countsAHiccupThatHasNotEnded() {
    hold(0, 1_000);
    nowMs += PERIOD + 60;

    assertThat(hiccupMs()).isEqualTo(60);
  }

  @Test
  void everyHoldBeginsAnew() {
    hold(0, 1_000);
    passAndWake(PERIOD + 60);
    hold(nowMs, nowMs + 1_000);
    passAndWake(PERIOD);

    assertThat(hiccupMs()).isZero();
  }

  private void hold(long startMs, long endMs) {
    hiccupMeter.hold(startMs * 1_000_000, endMs * 1_000_000);
  }

  private void passAndWake(long ms) {
    nowMs += ms;
    hiccupMeter.woke();
  }

  private long hiccupMs() {
    return hiccupMeter.hiccupMaxNs() / 1_000_000;
  }
}
