package org.boardbench.plan;

import java.util.Optional;

/**
 * The CPUs that the parts of a run are pinned to, as lists that Linux's {@code taskset} takes;
 * empty = wherever the kernel puts them.
 *
 * @param driver for every thread of this JVM
 * @param target for the server under test, and for its companions where these have none of their
 *     own
 * @param companions for what the server needs beside it, such as Redis
 */
public record CpuSpec(
    Optional<String> driver, Optional<String> target, Optional<String> companions) {
  /** Nothing is pinned. */
  public static final CpuSpec ANYWHERE =
      new CpuSpec(Optional.empty(), Optional.empty(), Optional.empty());
}
