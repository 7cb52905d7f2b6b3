package org.boardbench.browser.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.boardbench.browser.chromium.BrowserFailure;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.browser.felt.FeltProbe;
import org.boardbench.browser.felt.FeltSetting;
import org.boardbench.core.Endpoint;
import org.boardbench.core.EpochClock;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.input.InputException;
import org.boardbench.reference.Fault;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;

/**
 * Known delays, in the page's draw and in the server, measured on a server that costs nearly
 * nothing: does the median of what is felt move by just that, do the two witnesses agree, and do
 * the halves add up to the whole?
 *
 * <p>A screen shows nothing between its frames, and what comes through one browser comes at one
 * place in a frame. There a delay of 20 ms shows as one of one frame or of two, 3 ms too short or
 * 13 ms too long. So every case, also the one without a delay, has its draws spread evenly over two
 * frames more: then the median moves by what the mean moves by, which is the delay, whatever place
 * that was.
 */
public final class FeltCheck {
  private static final List<DelayCase> CASES =
      List.of(
          DelayCase.ofDraw(0),
          DelayCase.ofDraw(20),
          DelayCase.ofDraw(50),
          DelayCase.ofDraw(100),
          DelayCase.ofServer(100));

  private static final double MOST_OFF_MS = 2;
  private static final double FRAME_MS = 1e3 / 60;
  private static final double SPREAD_MS = 2 * FRAME_MS;
  private static final double MOST_SUM_OFF_MS = 5;
  private static final int PEERS = 4;
  private static final double PEER_RATE = 5;
  private static final double NS_PER_MS = 1e6;

  private final Chromium chromium;
  private final Duration hold;
  private final Consumer<String> lines;

  /**
   * @param hold how long each delay is measured
   * @param lines is told what was found
   */
  public FeltCheck(Chromium chromium, Duration hold, Consumer<String> lines) {
    this.chromium = chromium;
    this.hold = hold;
    this.lines = lines;
  }

  /**
   * Measures all of them.
   *
   * @return whether everything was within its bounds
   * @throws BrowserFailure when the browser did not measure
   */
  public boolean run() throws BrowserFailure, InputException, InterruptedException {
    List<String> misses = new ArrayList<>();
    OptionalDouble base = OptionalDouble.empty();
    for (DelayCase delay : CASES) {
      FeltRecord.Times times = measure(delay);
      double medianMs = times.remote().p50Ns() / NS_PER_MS;
      if (base.isEmpty()) {
        base = OptionalDouble.of(medianMs);
      }
      double offMs = medianMs - base.getAsDouble() - delay.totalMs();
      lines.accept(line(delay, times, offMs));
      miss(misses, delay, "the median is off", Math.abs(offMs), MOST_OFF_MS);
      miss(misses, delay, "the witnesses differ at p50", witnesses(times, true), FRAME_MS);
      miss(misses, delay, "the witnesses differ at p95", witnesses(times, false), FRAME_MS);
      miss(
          misses,
          delay,
          "halves and whole differ",
          Math.abs(times.sumMs().orElse(Double.NaN) - medianMs),
          MOST_SUM_OFF_MS);
    }
    misses.forEach(lines);
    return misses.isEmpty();
  }

  private FeltRecord.Times measure(DelayCase delay)
      throws BrowserFailure, InputException, InterruptedException {
    FaultScript script =
        delay.server().isZero()
            ? FaultScript.none()
            : FaultScript.every(1, Fault.DELAY).delayedBy(delay.server());
    FeltSetting setting =
        FeltSetting.of(PEERS, PEER_RATE, FeltSetting.USUAL_DRAW_RATE, (int) delay.draw().toMillis())
            .spreadBy(SPREAD_MS);
    try (ReferenceServer server = ReferenceServer.start(script)) {
      return new FeltProbe(chromium, setting, SocketLoops.best(), EpochClock.startingNow())
          .times(new Endpoint(server.uri(), Map.of()), hold);
    }
  }

  private static double witnesses(FeltRecord.Times times, boolean isMedian) {
    TimeFigures trace = times.remote();
    TimeFigures element = times.remoteByElement();
    if (!trace.isMeasured() || !element.isMeasured()) {
      return Double.NaN;
    }
    return Math.abs(isMedian ? trace.p50Ns() - element.p50Ns() : trace.p95Ns() - element.p95Ns())
        / NS_PER_MS;
  }

  private static String line(DelayCase delay, FeltRecord.Times times, double offMs) {
    return String.format(
        Locale.ROOT,
        "%-20s %d shown; p50 %.2f ms, %+.2f ms off; by Element Timing %.2f ms; halves %.2f ms",
        delay.title(),
        times.remote().count(),
        times.remote().p50Ns() / NS_PER_MS,
        offMs,
        times.remoteByElement().p50Ns() / NS_PER_MS,
        times.sumMs().orElse(Double.NaN));
  }

  /** What was not measured is a miss. */
  private static void miss(
      List<String> misses, DelayCase delay, String what, double ms, double mostMs) {
    if (!(ms <= mostMs)) {
      misses.add(
          String.format(
              Locale.ROOT, "%s: %s by %.2f ms, at most %.2f", delay.title(), what, ms, mostMs));
    }
  }
}
