package org.boardbench.driver.stage;

import org.boardbench.account.ledger.TrialAccounts;
import org.boardbench.core.RunClock;

/** Tells the listener twice a second how a stage is getting on. */
final class ProgressReport {
  private static final long INTERVAL_NS = 500_000_000;

  private final int stage;
  private final TrialAccounts accounts;
  private final RunClock clock;
  private final DriverListener listener;
  private long lastNs;
  private long lastReceived;

  ProgressReport(int stage, TrialAccounts accounts, RunClock clock, DriverListener listener) {
    this.stage = stage;
    this.accounts = accounts;
    this.clock = clock;
    this.listener = listener;
    this.lastNs = clock.nowNs();
    this.lastReceived = accounts.received();
  }

  /** Reports when it is time to; {@code phase} as {@link DriverListener.Progress} has it. */
  void atIntervals(String phase) {
    long nowNs = clock.nowNs();
    if (nowNs - lastNs >= INTERVAL_NS) {
      long received = accounts.received();
      double rate = (received - lastReceived) * 1e9 / (nowNs - lastNs);
      lastNs = nowNs;
      lastReceived = received;
      listener.progress(
          new DriverListener.Progress(
              stage, phase, accounts.joined(), rate, accounts.outstanding()));
    }
  }
}
