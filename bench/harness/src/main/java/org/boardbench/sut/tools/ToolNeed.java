package org.boardbench.sut.tools;

import java.util.List;
import java.util.Optional;
import org.boardbench.input.Problem;

/**
 * A tool that targets require, and what this machine has.
 *
 * @param oldest the newest of what its users call the oldest usable
 * @param users the targets that need it, or where it does not do for all, those that lack it
 * @param found the version of the tool that is there; empty when there is none that works
 */
public record ToolNeed(
    Tool tool, ToolVersion oldest, List<String> users, Optional<ToolVersion> found) {
  public ToolNeed {
    users = List.copyOf(users);
  }

  public boolean isMet() {
    return found.filter(version -> version.isAtLeast(oldest)).isPresent();
  }

  /** Who needs it, what is there, and what to do; empty when nothing is missing. */
  public Optional<Problem> problem() {
    return isMet()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                tool.name(),
                oldest
                    + " or newer is needed by "
                    + String.join(", ", users)
                    + ", found "
                    + found.map(ToolVersion::text).orElse("none")
                    + ": "
                    + tool.remedy()));
  }
}
