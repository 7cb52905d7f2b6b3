package org.boardbench.plan.model;

import java.util.Locale;

/** When within a ramp the new users of a stage begin to connect. */
public enum RampShape {
  /** One after the other at even distances. */
  LINE,
  /** In five groups of one size, each at once: at the start of each fifth of the ramp. */
  STEPS,
  /** All at once at its start; the rest of it is theirs to join in. */
  FLASH_CROWD;

  private static final int GROUPS = 5;

  /** As plans write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * When newcomer {@code index} of {@code count} begins, in ns after the ramp's start.
   *
   * @param rampNs how long the ramp is
   */
  public long offsetNs(int index, int count, long rampNs) {
    return switch (this) {
      case LINE -> (long) ((double) rampNs * index / count);
      case STEPS -> rampNs / GROUPS * ((long) index * GROUPS / count);
      case FLASH_CROWD -> 0;
    };
  }
}
