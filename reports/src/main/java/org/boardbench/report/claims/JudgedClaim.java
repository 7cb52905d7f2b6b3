package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;

/**
 * A claim and what a run says of it.
 *
 * @param p among all claims of the file (Holm); decided where it is at most the error of one of the
 *     run's intervals, 0.05 for those of 95 %. Of effects the least, among all effects of the file
 * @param statements none where the run lacks a variant or a stage of the claim
 * @param startsNeeded how many starts of each variant would decide it; empty where it is decided,
 *     or no number is known
 * @param why there is no answer; empty where there is one
 */
public record JudgedClaim(
    Claim claim,
    Verdict verdict,
    double p,
    List<JudgedStatement> statements,
    OptionalInt startsNeeded,
    String why) {
  public JudgedClaim {
    statements = List.copyOf(statements);
  }

  /**
   * One number of it.
   *
   * @param confidence of the interval that decides, 0.95 for 95 %
   * @param why an effect has no answer; empty where it has one, and of all else
   */
  public record JudgedStatement(
      Evidence evidence, double confidence, Verdict verdict, String why) {}
}
