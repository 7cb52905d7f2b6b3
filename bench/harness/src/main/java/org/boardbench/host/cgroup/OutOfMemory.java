package org.boardbench.host.cgroup;

import java.util.OptionalLong;
import org.boardbench.input.Sizes;

/**
 * How it is said that the kernel killed a component for want of memory.
 *
 * @param component {@code server} or a companion's name
 * @param limitBytes of its memory; empty when it had none of its own
 */
public record OutOfMemory(String component, OptionalLong limitBytes) {
  public String text() {
    return component
        + ": out of memory"
        + (limitBytes.isPresent()
            ? ": killed at its limit of " + Sizes.format(limitBytes.getAsLong())
            : ": killed by the kernel");
  }
}
