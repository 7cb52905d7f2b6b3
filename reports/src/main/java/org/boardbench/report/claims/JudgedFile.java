package org.boardbench.report.claims;

import java.util.List;

/**
 * A file of claims and what a run says of it.
 *
 * @param sides by the variants that the claims name, then by those beside them, if the run has any
 *     of these
 * @param confidence of the run's intervals, and of all verdicts of a side together
 * @param noise who measured what the machine makes of nothing, or why nobody did; a sentence
 * @param problems a line for each variant or stage that a claim names and the run does not have on
 *     any side
 */
public record JudgedFile(
    ClaimsFile file,
    List<JudgedSide> sides,
    double confidence,
    String noise,
    List<String> problems) {
  public JudgedFile {
    sides = List.copyOf(sides);
    problems = List.copyOf(problems);
  }

  /** Whether the run has the variants and stages of any claim, valid or not. */
  public boolean isAny() {
    return sides.stream().anyMatch(JudgedSide::isAny);
  }

  /** By the variants that the claims name. */
  public JudgedSide main() {
    return sides.getFirst();
  }
}
