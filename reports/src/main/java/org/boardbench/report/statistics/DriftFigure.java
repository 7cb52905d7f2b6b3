package org.boardbench.report.statistics;

/** What is looked at over a long hold, a value a minute. */
public enum DriftFigure {
  RTT_P50("rtt_p50_ms", "RTT p50 (ms)", true),
  RTT_P99("rtt_p99_ms", "RTT p99 (ms)", true),
  MEMORY("memory_mib", "Memory (MiB)", false),
  DRIVER_MEMORY("driver_memory_mib", "Driver's memory (MiB)", false),
  DESCRIPTORS("descriptors", "Descriptors", false),
  RECONNECTS("reconnects_per_min", "Reconnects (1/min)", false);

  private final String key;
  private final String title;
  private final boolean isTime;

  DriftFigure(String key, String title, boolean isTime) {
    this.key = key;
    this.title = title;
    this.isTime = isTime;
  }

  /** The word in files. */
  public String key() {
    return key;
  }

  /** The words for readers, with the unit. */
  public String title() {
    return title;
  }

  public boolean isTime() {
    return isTime;
  }
}
