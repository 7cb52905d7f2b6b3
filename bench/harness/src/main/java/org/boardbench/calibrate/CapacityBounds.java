package org.boardbench.calibrate;

import java.time.Duration;
import java.util.OptionalDouble;
import org.boardbench.account.result.StageResult;
import org.boardbench.host.sampling.HoldUsage;

/**
 * Until when the driver is honest: it sends what is due when it is due, gets every delivery as it
 * comes, and never stalls.
 */
final class CapacityBounds {
  static final Duration SEND_DELAY_P99 = Duration.ofMillis(1);
  static final Duration STALL = Duration.ofMillis(50);

  /** Of what is due in the hold; less means that a queue grows, in the server or in the driver. */
  static final double RECEIVED_PCT = 98;

  /** From this share of its cores on, driver or server has no more to give. */
  static final double FULL_PCT = 85;

  private CapacityBounds() {}

  static boolean isHonest(StageResult result) {
    boolean everybodyThere =
        result.joined() == result.spec().users() && result.disconnects().isEmpty();
    boolean allSent = result.hold().sent() == result.hold().scheduled();
    boolean keptUp =
        100.0 * result.receivedInHold() >= RECEIVED_PCT * result.hold().expected()
            && result.hold().lost() == 0;
    boolean inTime =
        result.driverSendDelay().isMeasured()
            && result.driverSendDelay().p99Ns() < SEND_DELAY_P99.toNanos()
            && result.stallMaxNs() <= STALL.toNanos();
    return everybodyThere && allSent && keptUp && inTime;
  }

  /**
   * Which of the two had no more to give in a step that was not honest. The server has one thread;
   * {@code machine} when neither used its own cores up.
   */
  static String limit(HoldUsage usage, int driverCores) {
    OptionalDouble driver = usage.driver().cpuPct();
    OptionalDouble server = usage.server().cpuMeanPct();
    double driverPct = driver.orElse(0) / driverCores;
    double serverPct = server.orElse(0);
    if (Math.max(driverPct, serverPct) < FULL_PCT) {
      return "machine";
    }
    return driverPct >= serverPct ? "driver" : "server";
  }
}
