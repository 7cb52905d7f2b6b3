package org.boardbench.results.row;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one component used in a second. Empty = not measured.
 *
 * @param second counts as {@link SecondRecord}'s
 * @param component {@link #SERVER}, {@link #DRIVER}, {@link #BROWSER}, or a companion's name
 * @param source where the figures come from
 */
public record ComponentSecond(
    int second, String component, Use use, String source, Limited limited) {
  public static final String SERVER = "server";
  public static final String DRIVER = "driver";
  public static final String BROWSER = "browser";

  /**
   * What it used.
   *
   * @param cpuPct percent of one core
   * @param descriptors files and sockets that it had open at the second's end
   */
  public record Use(
      OptionalDouble cpuPct,
      OptionalDouble memoryMib,
      OptionalDouble rxBytesPerS,
      OptionalDouble txBytesPerS,
      OptionalLong descriptors) {}

  /**
   * What its limits did to it.
   *
   * @param throttledMs how long its CPU limit held it back
   * @param oomKills its processes that the kernel killed for want of memory
   */
  public record Limited(OptionalDouble throttledMs, OptionalLong oomKills) {}
}
