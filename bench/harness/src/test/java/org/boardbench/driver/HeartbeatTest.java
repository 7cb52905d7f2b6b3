package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final long PERIOD = Heartbeat.PERIOD_MS;

  private long nowMs;
  private final Heartbeat heartbeat = new Heartbeat(() -> nowMs * 1_000_000);

  @Test
  void aSleepThatEndsInTimeIsNoHiccup() {
    hold(0, 1_000);
    for (int beat = 0; beat < 10; beat++) {
      passAndBeat(PERIOD);
    }

    assertThat(hiccupMs()).isZero();
  }

  @Test
  void tellsByHowMuchTheLatestWakeUpWasLate() {
    hold(0, 1_000);
    passAndBeat(PERIOD + 30);
    passAndBeat(PERIOD + 80);
    passAndBeat(PERIOD + 2);

    assertThat(hiccupMs()).isEqualTo(80);
  }

  @Test
  void countsOnlyWhatLiesWithinTheHold() {
    passAndBeat(PERIOD + 500);
    hold(nowMs + 100, nowMs + 200);
    assertThat(hiccupMs()).as("what came before").isZero();

    passAndBeat(130);
    assertThat(hiccupMs()).as("what began before").isEqualTo(30);

    passAndBeat(PERIOD + 400);
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
    passAndBeat(PERIOD + 60);
    hold(nowMs, nowMs + 1_000);
    passAndBeat(PERIOD);

    assertThat(hiccupMs()).isZero();
  }

  private void hold(long startMs, long endMs) {
    heartbeat.hold(startMs * 1_000_000, endMs * 1_000_000);
  }

  private void passAndBeat(long ms) {
    nowMs += ms;
    heartbeat.beat();
  }

  private long hiccupMs() {
    return heartbeat.hiccupMaxNs() / 1_000_000;
  }
}
