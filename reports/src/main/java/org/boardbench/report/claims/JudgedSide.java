package org.boardbench.report.claims;

import java.util.List;

/**
 * What a run says of a file by one set of variants.
 *
 * @param name what these have in common; empty where the file knows one set only
 * @param claims in the file's order, as all
 */
public record JudgedSide(
    String name,
    List<JudgedClaim> claims,
    List<StatedFigure.Measured> stated,
    List<Recommendation> recommendations) {
  public JudgedSide {
    claims = List.copyOf(claims);
    stated = List.copyOf(stated);
    recommendations = List.copyOf(recommendations);
  }

  /** Whether the run has the variants and stages of any claim, valid or not. */
  public boolean isAny() {
    return claims.stream().anyMatch(claim -> !claim.statements().isEmpty());
  }
}
