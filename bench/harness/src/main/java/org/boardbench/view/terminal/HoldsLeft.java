package org.boardbench.view.terminal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.boardbench.clients.PlannedHold;
import org.boardbench.view.terminal.text.Countdown;

/**
 * Estimates when a run of several clients ends: each hold takes what is planned, and beside it what
 * the holds of its client so far took on average; a client that had none takes what all others did.
 */
final class HoldsLeft implements Countdown {
  // Before the first hold has ended: what a launch, a client's start and the drain may take.
  private static final double GUESS_S = 8;

  private final List<PlannedHold> holds;
  private final LongSupplier nowNs;
  private final long startNs;
  private final Map<String, Beside> besides = new HashMap<>();
  private final Beside beside = new Beside();
  private int started;
  private long holdStartNs;
  private boolean isHoldUnderWay;

  /**
   * @param nowNs a monotonic clock
   */
  HoldsLeft(List<PlannedHold> holds, LongSupplier nowNs) {
    this.holds = holds;
    this.nowNs = nowNs;
    this.startNs = nowNs.getAsLong();
  }

  synchronized int holds() {
    return holds.size();
  }

  synchronized void holdStarted(PlannedHold hold) {
    started = hold.order();
    holdStartNs = nowNs.getAsLong();
    isHoldUnderWay = true;
  }

  /** One that failed says nothing about how long a whole one takes. */
  synchronized void holdEnded(PlannedHold hold, boolean isWhole) {
    isHoldUnderWay = false;
    if (isWhole) {
      double overS = secondsSince(holdStartNs) - plannedS(hold);
      besides.computeIfAbsent(hold.client(), _ -> new Beside()).add(overS);
      beside.add(overS);
    }
  }

  @Override
  public synchronized Duration elapsed() {
    return Duration.ofNanos(nowNs.getAsLong() - startNs);
  }

  @Override
  public synchronized Duration remaining() {
    double s = holds.stream().skip(started).mapToDouble(this::wholeS).sum();
    if (isHoldUnderWay) {
      s += Math.max(0, wholeS(holds.get(started - 1)) - secondsSince(holdStartNs));
    }
    return Duration.ofMillis(Math.round(1000 * s));
  }

  private double wholeS(PlannedHold hold) {
    return plannedS(hold) + besides.getOrDefault(hold.client(), beside).meanS();
  }

  private static double plannedS(PlannedHold hold) {
    return hold.planned().toMillis() / 1000.0;
  }

  private double secondsSince(long ns) {
    return (nowNs.getAsLong() - ns) / 1e9;
  }

  /** What holds took beside what was planned. */
  private static final class Beside {
    private double sumS;
    private int holds;

    void add(double s) {
      sumS += s;
      holds++;
    }

    double meanS() {
      return holds == 0 ? GUESS_S : sumS / holds;
    }
  }
}
