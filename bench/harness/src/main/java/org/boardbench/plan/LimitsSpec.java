package org.boardbench.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What each component of a target, the server and every companion for itself, may use at most;
 * empty = whatever there is.
 *
 * @param cpus cores' worth of CPU time, e.g. 1.5; the kernel holds a component back that has had
 *     its share of a period
 * @param memoryBytes memory, page cache and kernel buffers included, without swap; the kernel kills
 *     a component that needs more
 */
public record LimitsSpec(OptionalDouble cpus, OptionalLong memoryBytes) {
  /** No limit at all. */
  public static final LimitsSpec NONE =
      new LimitsSpec(OptionalDouble.empty(), OptionalLong.empty());
}
