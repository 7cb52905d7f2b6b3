package org.boardbench.browser.felt;

import java.time.Duration;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.results.row.FeltRecord;

/** Two pages and their peers alone on a server, for as long as somebody wants. */
public final class FeltProbe {
  private static final long SEED = 42;

  private final Chromium chromium;
  private final FeltSetting setting;
  private final SocketLoops loops;
  private final RunClock clock;

  public FeltProbe(Chromium chromium, FeltSetting setting, SocketLoops loops, RunClock clock) {
    this.chromium = chromium;
    this.setting = setting;
    this.loops = loops;
    this.clock = clock;
  }

  /**
   * What they feel in a hold.
   *
   * @throws BrowserFailure when the browser does not start, or ends before the hold does
   */
  public FeltRecord.Times times(Endpoint target, Duration hold)
      throws BrowserFailure, InterruptedException {
    try (FeltSession session = FeltSession.start(chromium, target, setting, loops, clock, SEED)) {
      session.holdStarted(clock.nowNs());
      Thread.sleep(hold);
      session.holdEnded();
      HoldSight sight = session.sight();
      if (sight.ended().isPresent()) {
        throw new BrowserFailure(sight.ended().get());
      }
      return new FeltTimes(sight, setting.peers()).times();
    }
  }
}
