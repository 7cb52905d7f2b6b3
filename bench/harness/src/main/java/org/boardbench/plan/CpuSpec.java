package org.boardbench.plan;

import java.util.Optional;

/**
 * The CPUs that the parts of a run are pinned to, as lists that Linux's {@code taskset} takes;
 * empty = wherever the kernel puts them.
 *
 * @param driver for every thread of this JVM
 * @param target for the server under test with its companions
 */
public record CpuSpec(Optional<String> driver, Optional<String> target) {
  /** Nothing is pinned. */
  public static final CpuSpec ANYWHERE = new CpuSpec(Optional.empty(), Optional.empty());
}
