package org.boardbench.trial;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.input.Problem;
import org.boardbench.input.Sizes;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.Variant;

/** Why processes cannot have limits where the harness cannot make control groups. */
public final class LimitObjections {
  private LimitObjections() {}

  /**
   * All there are.
   *
   * @param variants that are processes
   */
  public static List<Problem> of(List<Variant> variants) {
    String why =
        "needs control groups of this harness's own, which the process launcher cannot make here:"
            + " run it as root, or in a delegated group"
            + " (systemd-run --user --scope -p Delegate=yes), or use --launcher docker, was ";
    Set<Problem> problems = new LinkedHashSet<>();
    for (Variant variant : variants) {
      LimitsSpec limits = variant.limits();
      limits.cpus().ifPresent(cpus -> problems.add(new Problem("limits.cpus", why + cpus)));
      limits
          .memoryBytes()
          .ifPresent(
              bytes -> problems.add(new Problem("limits.memory", why + Sizes.format(bytes))));
    }
    return List.copyOf(problems);
  }
}
