package org.boardbench.report.stored;

/**
 * A row of {@code resources.csv}: a second of one component. Doubles are NaN where nothing was
 * measured.
 *
 * @param second counts as {@link StoredSecond}'s
 * @param component {@link #SERVER}, {@link #DRIVER}, or a companion's name
 * @param cpuPct percent of one core
 */
public record StoredResource(
    String trialId,
    int second,
    String component,
    double cpuPct,
    double memoryMib,
    double rxBytesPerS,
    double txBytesPerS) {
  public static final String SERVER = "server";
  public static final String DRIVER = "driver";
}
