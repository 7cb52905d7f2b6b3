package org.boardbench.host.sampling;

import java.util.Locale;

/** What a target had used up. */
public enum Bottleneck {
  /** Its memory limit, or its collector took a large share of its CPU time. */
  MEMORY,
  /** One of the server's threads had no more time to give. */
  THREAD,
  /** One of a companion's threads had no more time to give. */
  COMPANION,
  /** All the cores that it could have. */
  CORES,
  /** Nothing that is measured here. */
  NONE;

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
