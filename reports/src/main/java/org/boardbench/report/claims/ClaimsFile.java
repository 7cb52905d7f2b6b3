package org.boardbench.report.claims;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.Lacking;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Where;

/**
 * What is claimed, as a file has it.
 *
 * @param name of the file
 * @param source who claims it
 * @param variants that may be named, as plans call them
 */
public record ClaimsFile(
    String name,
    String source,
    List<String> variants,
    Optional<Beside> beside,
    List<Claim> claims,
    List<StatedFigure> stated,
    List<Need> needs) {
  public ClaimsFile {
    variants = List.copyOf(variants);
    claims = List.copyOf(claims);
    stated = List.copyOf(stated);
    needs = List.copyOf(needs);
  }

  /** What a run says of all of it. */
  public JudgedFile judged(RunStarts starts) {
    Recommender recommender = new Recommender(starts);
    return new JudgedFile(
        this,
        new Judge(starts).judge(claims),
        beside
            .filter(other -> other.variants().values().stream().anyMatch(starts::has))
            .map(other -> new Judge(starts.renamed(other.variants())).judge(claims))
            .orElse(List.of()),
        stated.stream().map(one -> one.measured(starts)).toList(),
        needs.stream().map(recommender::recommendation).toList(),
        problems(starts));
  }

  /** A line for each place that names what the run does not have. */
  private List<String> problems(RunStarts starts) {
    return claims.stream()
        .flatMap(claim -> claim.where().stream())
        .flatMap(where -> problem(where, starts).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> problem(Where where, RunStarts starts) {
    return Optional.of(Lacking.of(where, starts))
        .filter(words -> !words.isEmpty())
        .map(words -> where.key() + ": " + words);
  }
}
