package org.boardbench.report.claims;

import java.util.List;

/**
 * A file of claims and what a run says of it.
 *
 * @param beside the same claims by other variants; none where the run has none of these
 * @param problems a line for each place of the file that names what the run does not have
 */
public record JudgedFile(
    ClaimsFile file,
    List<JudgedClaim> claims,
    List<JudgedClaim> beside,
    List<StatedFigure.Measured> stated,
    List<Recommendation> recommendations,
    List<String> problems) {
  public JudgedFile {
    claims = List.copyOf(claims);
    beside = List.copyOf(beside);
    stated = List.copyOf(stated);
    recommendations = List.copyOf(recommendations);
    problems = List.copyOf(problems);
  }

  /** Whether the run says anything of any claim. */
  public boolean isAny() {
    return claims.stream().anyMatch(claim -> claim.verdict() != Verdict.NOT_JUDGED);
  }
}
