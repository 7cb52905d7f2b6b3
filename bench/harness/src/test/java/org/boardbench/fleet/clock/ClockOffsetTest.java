package org.boardbench.fleet.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockOffsetTest {
  private static final long S = 1_000_000_000L;
  private static final long PERIOD_NS = S / 16;

  /** Two machines with packets between them, of which everything is known. */
  private static final class Machines {
    final Random random;
    final LongUnaryOperator ahead;
    final long thereNs;
    final long backNs;
    final ClockOffset offset = new ClockOffset();
    long fastestAtNs;
    private long fastestNs = Long.MAX_VALUE;

    /**
     * @param ahead the other clock's lead at a moment of this one
     * @param thereNs the least time that a question takes; {@code backNs} an answer
     */
    Machines(long seed, LongUnaryOperator ahead, long thereNs, long backNs) {
      this.random = new Random(seed);
      this.ahead = ahead;
      this.thereNs = thereNs;
      this.backNs = backNs;
    }

    /** Some packets are a hundred times as slow as most. */
    private long queueNs() {
      double tail = -Math.log(1 - random.nextDouble());
      return (long) (20_000 * tail * (random.nextInt(10) == 0 ? 100 : 1));
    }

    void probe(long sentNs) {
      long cameNs = sentNs + thereNs + queueNs();
      long answeredNs = cameNs + random.nextInt(30_000);
      long receivedNs = answeredNs + backNs + queueNs();
      ClockProbe probe =
          new ClockProbe(
              sentNs,
              cameNs + ahead.applyAsLong(cameNs),
              answeredNs + ahead.applyAsLong(answeredNs),
              receivedNs);
      if (probe.roundTripNs() < fastestNs) {
        fastestNs = probe.roundTripNs();
        fastestAtNs = probe.middleNs();
      }
      offset.add(probe);
    }

    void probeFor(long fromNs, long toNs) {
      for (long atNs = fromNs; atNs < toNs; atNs += PERIOD_NS) {
        probe(atNs);
      }
    }

    void assertBoundHolds(long atNs) {
      ClockOffset.Estimate estimate = offset.at(atNs).orElseThrow();
      assertThat(Math.abs(estimate.offsetNs() - ahead.applyAsLong(atNs)))
          .as("error at %d s", atNs / S)
          .isLessThanOrEqualTo(estimate.errorNs());
    }
  }

  private static LongUnaryOperator line(long offsetNs, double ppm) {
    return atNs -> offsetNs + Math.round(atNs * ppm / 1e6);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 50000, 50000",
    "1000000000000, 0, 50000, 50000",
    "-5000000000, 35, 50000, 50000",
    "7000000000000000, -200, 10000, 90000",
    "123456789, 400, 900000, 20000",
    "-987654321000, -480, 0, 3000000",
  })
  void theBoundHoldsForAnyDelaysAndAnyDrift(long offsetNs, double ppm, long there, long back) {
    for (long seed = 1; seed <= 20; seed++) {
      Machines machines = new Machines(seed, line(offsetNs, ppm), there, back);
      for (long n = 0; n < 30; n++) {
        machines.probeFor(n * S, (n + 1) * S);
        for (long atNs = -3 * S; atNs <= (n + 10) * S; atNs += S / 3) {
          machines.assertBoundHolds(atNs);
        }
      }
      assertThat(machines.offset.changes()).isZero();
    }
  }

  @Test
  void atTheFastestProbeTheErrorIsAtMostHalfOfItsRoundTrip() {
    for (long seed = 1; seed <= 50; seed++) {
      Machines machines = new Machines(seed, line(17 * S, 60), 40_000, 70_000);
      machines.probeFor(0, 20 * S);

      long fastestNs = machines.offset.fastestNs().orElseThrow();

      assertThat(machines.offset.at(machines.fastestAtNs).orElseThrow().errorNs())
          .isLessThanOrEqualTo(fastestNs / 2 + fastestNs / 1000 + 4);
    }
  }

  @Test
  void probesBeforeAndAfterMakeWhatIsBetweenThemSure() {
    Machines machines = new Machines(1, line(3 * S, -80), 50_000, 50_000);
    machines.probeFor(0, 5 * S);
    machines.probeFor(65 * S, 70 * S);

    long fastestNs = machines.offset.fastestNs().orElseThrow();

    for (long atNs = 0; atNs < 70 * S; atNs += S) {
      assertThat(machines.offset.at(atNs).orElseThrow().errorNs())
          .isLessThan(fastestNs + fastestNs / 2);
    }
    assertThat(machines.offset.driftPpm(30 * S)).isBetween(-82.0, -78.0);
  }

  @Test
  void aDriftThatChangesIsNoticedAndTheBoundHoldsAgain() {
    LongUnaryOperator bent =
        atNs -> atNs < 60 * S ? atNs / 10_000 : 60 * S / 10_000 - (atNs - 60 * S) / 10_000;
    Machines machines = new Machines(4, bent, 50_000, 50_000);

    machines.probeFor(0, 60 * S);
    assertThat(machines.offset.changes()).isZero();
    machines.probeFor(60 * S, 120 * S);

    assertThat(machines.offset.changes()).isPositive();
    machines.assertBoundHolds(119 * S);
  }

  @Test
  void aProbeWhoseTimesContradictEachOtherSaysNothing() {
    ClockOffset offset = new ClockOffset();

    offset.add(new ClockProbe(1000, 5000, 9000, 2000));

    assertThat(offset.probes()).isZero();
    assertThat(offset.at(0)).isEmpty();
    assertThat(offset.mapping(0)).isEmpty();
    assertThat(offset.fastestNs()).isEmpty();
  }

  @Test
  void aClockThatIsSteeredByTheMappingShowsTheOtherOne() {
    LongUnaryOperator ahead = line(1000 * S, 150);
    Machines machines = new Machines(9, ahead, 30_000, 60_000);
    machines.probeFor(0, 10 * S);

    for (long atNs = 10 * S; atNs < 40 * S; atNs += S) {
      long own = atNs + ahead.applyAsLong(atNs);
      SteeredClock clock =
          new SteeredClock(() -> own, machines.offset.mapping(10 * S).orElseThrow());
      long sinceS = (atNs - 10 * S) / S;

      assertThat(Math.abs(clock.nowNs() - atNs)).isLessThan(60_000 + 20_000 * sinceS);
    }
  }

  @Test
  void aSteeredClockGoesOnByTheNewMapping() {
    SteeredClock clock = new SteeredClock(() -> 5 * S, new ClockMapping(4 * S, 100, 0));

    assertThat(clock.nowNs()).isEqualTo(S + 100);
    clock.steer(new ClockMapping(4 * S, 100, 1e-6));
    assertThat(clock.nowNs()).isEqualTo(S + 100 + 1000);
  }
}
