package org.boardbench.report.summary;

import org.boardbench.findings.ranking.Breach;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.statistics.Refusal;

/** The sentences above the ranking: what it is of, and how sure. */
public final class Headline {
  private Headline() {}

  /**
   * What can be said, and what cannot.
   *
   * @param isSearch whether each variant was loaded as much as it carries, so that there is no load
   *     for all
   */
  public static String of(RunSummary run, boolean isSearch) {
    if (run.isEmpty()) {
      return "The run has no row: nothing can be said.";
    }
    if (run.invalidRows().invalid() == run.invalidRows().rows() && run.broken().isEmpty()) {
      return "No row is valid: nothing can be said of any variant.";
    }
    return kept(run, isSearch) + starts(run);
  }

  private static String kept(RunSummary run, boolean isSearch) {
    if (run.lastKept().isPresent()) {
      return greatest(run, run.lastKept().getAsInt())
          + " A load is kept with "
          + Breach.KEPT
          + (run.hasRanks()
              ? ". Ranks are by the RTT p95 there; variants with the same rank do not differ, or"
                  + " nobody can tell whether they do."
              : ". The order is that of the RTT p95 there.");
    }
    return (isSearch
            ? "Loads were searched for each variant by itself, and none is common to all."
            : "No load was kept by all variants.")
        + " A load is kept with "
        + Breach.KEPT
        + ".";
  }

  private static String greatest(RunSummary run, int users) {
    String all = run.undecided().isEmpty() ? "all variants" : "all variants that can be judged";
    if (users == run.mostUsers()) {
      return "Up to %d users, the greatest load of the run, %s kept every load."
          .formatted(users, all);
    }
    long more = run.mostKept().values().stream().filter(kept -> kept == run.mostUsers()).count();
    return "%d users is the greatest load that %s kept; %s %d, the greatest load of the run."
        .formatted(
            users,
            all,
            more == 0 ? "none kept" : more + " of " + run.mostKept().size() + " also kept",
            run.mostUsers());
  }

  private static String starts(RunSummary run) {
    if (run.hasRanks()) {
      return "";
    }
    return run.starts() == 1
        ? " One start of a variant is an anecdote: there is no interval, and another start may rank"
            + " them in another way."
        : " Fewer than " + Refusal.LEAST_STARTS + " starts of a variant have no interval.";
  }
}
