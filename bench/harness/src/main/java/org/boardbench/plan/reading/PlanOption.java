package org.boardbench.plan.reading;

import java.util.List;

/**
 * The option of the command line that replaces a key's value.
 *
 * @param names the first one stands in problems
 * @param label stands for the value in usage help
 */
public record PlanOption(List<String> names, String label) {
  public PlanOption {
    names = List.copyOf(names);
  }

  /** How problems call it. */
  public String flag() {
    return names.getFirst();
  }
}
