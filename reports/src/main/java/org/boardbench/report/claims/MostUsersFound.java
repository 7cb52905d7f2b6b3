package org.boardbench.report.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.claims.Recommendation.Candidate;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.CapacityRecord.Objective;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.Refusal;

/** Applies the rule of the most users to what a search for capacities has found. */
final class MostUsersFound {
  private final Need need;
  private final MeasuredRun run;
  private final FoundCapacities found;
  private final Objective objective;

  private MostUsersFound(Need need, MeasuredRun run, FoundCapacities found, Objective objective) {
    this.need = need;
    this.run = run;
    this.found = found;
    this.objective = objective;
  }

  /**
   * Empty where there was no search, it had no such objective or lacks a variant of the run, or the
   * need is of certain loads.
   */
  static Optional<Recommendation> of(Need need, MeasuredRun run) {
    return run.capacities()
        .filter(found -> need.where().users().isEmpty())
        .flatMap(found ->
            found.objective(need).map(objective -> new MostUsersFound(need, run, found, objective)))
        .filter(MostUsersFound::hasAll)
        .map(MostUsersFound::recommendation);
  }

  private boolean hasAll() {
    return need.among().stream().anyMatch(found::has) && ofRun().stream().allMatch(found::has);
  }

  private List<String> ofRun() {
    return need.among().stream().filter(run.starts()::has).toList();
  }

  private Recommendation recommendation() {
    List<CapacityRecord> mostFirst =
        need.among().stream()
            .flatMap(variant -> found.result(variant, objective).stream())
            .filter(row -> row.capacity().users().isPresent())
            .sorted(Comparator.comparingDouble(MostUsersFound::users).reversed())
            .toList();
    double error = (1 - run.confidence()) / Math.max(1, mostFirst.size() - 1);
    List<Candidate> candidates =
        mostFirst.stream()
            .map(row -> candidate(row, isAsGood(row, mostFirst.getFirst(), 1 - error)))
            .toList();
    List<String> unknown =
        need.among().stream()
            .filter(variant -> found.result(variant, objective).isEmpty())
            .toList();
    boolean isSure =
        ofRun().stream().noneMatch(unknown::contains)
            && candidates.stream().allMatch(one -> one.starts() >= Refusal.LEAST_STARTS)
            && candidates.stream().filter(Candidate::isRecommended).count() == 1;
    return new Recommendation(need, found.run(), candidates, unknown, isSure);
  }

  private static double users(CapacityRecord row) {
    return row.capacity().users().orElseThrow();
  }

  private static Candidate candidate(CapacityRecord row, boolean isRecommended) {
    return new Candidate(
        row.target(),
        row.capacity().users(),
        row.isAtLeast(),
        row.capacity().starts().orElse(0),
        isRecommended);
  }

  /**
   * Not surely less by what counts; of too few starts, by the estimates. What is at least so much
   * may be any amount more.
   *
   * @param confidence of each of all such comparisons, which share one error
   */
  private boolean isAsGood(CapacityRecord row, CapacityRecord best, double confidence) {
    if (row.equals(best) || row.isAtLeast()) {
      return true;
    }
    Ratio ratio =
        Ratio.of(found.starts(best.target(), objective), found.starts(row.target(), objective));
    double most =
        ratio.bounds(confidence).interval().map(Interval::high).orElse(users(row) / users(best));
    return most * (1 + need.counts()) >= 1;
  }
}
