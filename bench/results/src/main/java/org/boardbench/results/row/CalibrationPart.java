package org.boardbench.results.row;

import java.util.Locale;

/** What a calibration asks. */
public enum CalibrationPart {
  /** Does the driver find what the server did? */
  TRUTH,
  /** Up to which rate is the driver honest? */
  CAPACITY,
  /** How far apart are trials that differ in nothing? */
  NOISE,
  /** What do driver and server do to each other on the same cores? */
  INTERFERENCE;

  /** As files write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
