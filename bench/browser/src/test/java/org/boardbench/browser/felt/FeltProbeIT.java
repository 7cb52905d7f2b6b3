package org.boardbench.browser.felt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.boardbench.browser.chromium.BrowserHere;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Known delays in a real browser. Relations hold on any machine; how exact they are felt-check
 * tells.
 */
@Tag("long")
class FeltProbeIT {
  private static final Duration HOLD = Duration.ofSeconds(4);
  private static final int DELAY_MS = 200;

  /** Of the delay, what a busy machine may make more or less of it. */
  private static final double LEAST = 0.5 * DELAY_MS;

  private static FeltRecord.Times plain;

  @BeforeAll
  static void measureWithoutADelay() throws Exception {
    plain = times(FaultScript.none(), 0);
  }

  @Test
  void aKnownDelayInTheDrawIsFeltInItsFrameAndNowhereElse() throws Exception {
    FeltRecord.Times delayed = times(FaultScript.none(), DELAY_MS);

    assertThat(plain.remote().count()).isGreaterThan(20);
    assertThat(ms(delayed.remote()) - ms(plain.remote())).isBetween(LEAST, 2.0 * DELAY_MS);
    assertThat(ms(delayed.render()) - ms(plain.render())).isGreaterThan(LEAST);
    assertThat(ms(delayed.down()) - ms(plain.down())).isGreaterThan(LEAST);
    assertThat(ms(delayed.network()) - ms(plain.network())).isLessThan(LEAST);
    assertThat(ms(delayed.up()) - ms(plain.up())).isLessThan(LEAST);
    assertThat(ms(delayed.own()) - ms(plain.own())).isLessThan(LEAST);
  }

  @Test
  void aKnownDelayInTheServerIsFeltOnTheWayThroughIt() throws Exception {
    FeltRecord.Times delayed =
        times(FaultScript.every(1, Fault.DELAY).delayedBy(Duration.ofMillis(DELAY_MS)), 0);

    assertThat(ms(delayed.remote()) - ms(plain.remote())).isBetween(LEAST, 2.0 * DELAY_MS);
    assertThat(ms(delayed.network()) - ms(plain.network())).isGreaterThan(LEAST);
    assertThat(ms(delayed.server()) - ms(plain.server())).isGreaterThan(LEAST);
    assertThat(ms(delayed.render()) - ms(plain.render())).isLessThan(LEAST);
  }

  @Test
  void bothWitnessesSeeTheSameFramesAndTheHalvesAddUpToTheWhole() throws Exception {
    FeltRecord.Times times = plain;

    assertThat(times.remoteByElement().count()).isGreaterThan(20);
    assertThat(Math.abs(ms(times.remote()) - ms(times.remoteByElement()))).isLessThan(LEAST);
    assertThat(Math.abs(ms(times.remote()) - times.sumMs().orElseThrow())).isLessThan(LEAST);
    assertThat(times.own().count()).isGreaterThan(20);
  }

  private static FeltRecord.Times times(FaultScript script, int drawDelayMs) throws Exception {
    FeltSetting setting = FeltSetting.of(4, 2, FeltSetting.USUAL_DRAW_RATE, drawDelayMs);
    try (ReferenceServer server = ReferenceServer.start(script)) {
      return new FeltProbe(
              BrowserHere.orSkip(), setting, SocketLoops.best(), EpochClock.startingNow())
          .times(new Endpoint(server.uri(), Map.of()), HOLD);
    }
  }

  private static double ms(TimeFigures times) {
    assertThat(times.isMeasured()).isTrue();
    return times.p50Ns() / 1e6;
  }
}
