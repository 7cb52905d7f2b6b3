package org.boardbench.reference;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/** Finds the fault for an occasion. Used by the server's thread alone; allocates nothing. */
final class FaultSchedule {
  private static final long NO_JOIN = -1;

  private final Tally tally;
  private final Fault[] faults;
  private final long[] every;
  private final long[] afterNs;
  private final boolean[] over;
  private long firstJoinNs = NO_JOIN;

  FaultSchedule(FaultScript script, Tally tally) {
    this.tally = tally;
    Map<Fault, When> plan = script.faults();
    faults = plan.keySet().stream().sorted(Comparator.naturalOrder()).toArray(Fault[]::new);
    every = new long[faults.length];
    afterNs = new long[faults.length];
    over = new boolean[faults.length];
    for (int i = 0; i < faults.length; i++) {
      switch (plan.get(faults[i])) {
        case When.Every(long k) -> every[i] = k;
        case When.Once(Duration after) -> {
          afterNs[i] = after.toNanos();
          // A timer of the server's brings it, whether something is delivered then or not.
          over[i] = faults[i] == Fault.STALL;
        }
        case When.Never() -> over[i] = true;
      }
    }
  }

  /** Starts the time that faults with a time are counted from; only the first join does. */
  void joined(long nowNs) {
    if (firstJoinNs == NO_JOIN) {
      firstJoinNs = nowNs;
    }
  }

  /** The fault for delivery {@code number}, counted from 1; null when all goes well. */
  Fault atDelivery(long number, long nowNs) {
    for (int i = 0; i < faults.length; i++) {
      if (faults[i].occasion() == Fault.Occasion.DELIVERY && isDue(i, number, nowNs)) {
        return faults[i];
      }
    }
    return null;
  }

  /**
   * Whether {@code fault} happens at the occasion of its kind with this number, counted from 1; if
   * so, counts it.
   */
  boolean happensAt(Fault fault, long number, long nowNs) {
    boolean happens = isDueAt(fault, number, nowNs);
    if (happens) {
      happened(fault);
    }
    return happens;
  }

  /** The same without counting it. */
  boolean isDueAt(Fault fault, long number, long nowNs) {
    int i = Arrays.binarySearch(faults, fault);
    return i >= 0 && isDue(i, number, nowNs);
  }

  /** Counts {@code fault}, which befell no message; one with a time does not come again. */
  void happened(Fault fault) {
    tally.happened(fault);
    end(fault);
  }

  /** The same of what befell a message with this letter in its stamp, or one of its deliveries. */
  void happened(Fault fault, char messageClass) {
    tally.happened(fault, messageClass);
    end(fault);
  }

  private void end(Fault fault) {
    int i = Arrays.binarySearch(faults, fault);
    over[i] = every[i] == 0;
  }

  private boolean isDue(int i, long number, long nowNs) {
    if (every[i] > 0) {
      return number % every[i] == 0;
    }
    return !over[i] && firstJoinNs != NO_JOIN && nowNs - firstJoinNs >= afterNs[i];
  }
}
