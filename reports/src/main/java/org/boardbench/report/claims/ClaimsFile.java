package org.boardbench.report.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  public JudgedFile judged(MeasuredRun run) {
    List<JudgedSide> sides = new ArrayList<>();
    sides.add(side(beside.map(Beside::insteadOf).orElse(""), Map.of(), run));
    beside
        .filter(other -> other.variants().values().stream().anyMatch(run.starts()::has))
        .ifPresent(other -> sides.add(side(other.name(), other.variants(), run)));
    return new JudgedFile(this, sides, run.confidence(), run.noise(), problems(run.starts()));
  }

  private JudgedSide side(String side, Map<String, String> names, MeasuredRun run) {
    Recommender recommender = new Recommender(run);
    return new JudgedSide(
        side,
        new Judge(run).judge(claims.stream().map(claim -> claim.renamed(names)).toList()),
        stated.stream().map(one -> one.renamed(names).measured(run.starts())).toList(),
        needs.stream().map(need -> recommender.recommendation(need.renamed(names))).toList());
  }

  /** Each with the first place that names it, and how many more do. */
  private List<String> problems(RunStarts starts) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    claims.stream()
        .flatMap(claim -> claim.where().stream())
        .filter(where -> !hasOther(where, starts))
        .forEach(where -> {
          String lacking = Lacking.withAllThatIsThere(where, starts);
          if (!lacking.isEmpty()) {
            places.computeIfAbsent(lacking, key -> new ArrayList<>()).add(where.key());
          }
        });
    return places.entrySet().stream()
        .map(one -> {
          int more = one.getValue().size() - 1;
          return one.getValue().getFirst()
              + (more == 0 ? "" : " (and " + more + " more)")
              + ": "
              + one.getKey();
        })
        .toList();
  }

  private boolean hasOther(Where where, RunStarts starts) {
    return beside
        .filter(other -> other.variants().containsKey(where.variant()))
        .filter(other -> Lacking.of(where.renamed(other.variants()), starts).isEmpty())
        .isPresent();
  }
}
