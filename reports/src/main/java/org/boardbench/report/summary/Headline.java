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
    if (run.invalidRows().rows() == 0) {
      return "The run has no row: nothing can be said.";
    }
    if (run.invalidRows().invalid() == run.invalidRows().rows()) {
      return "No row is valid: nothing can be said of any variant.";
    }
    return kept(run, isSearch) + starts(run);
  }

  private static String kept(RunSummary run, boolean isSearch) {
    String which = run.undecided().isEmpty() ? "All variants" : "All variants that can be judged";
    if (run.lastKept().isPresent()) {
      int users = run.lastKept().getAsInt();
      return which
          + " kept "
          + users
          + " users"
          + (users == run.mostUsers() ? ", the greatest load of the run" : ", and no greater load")
          + ". A load is kept with "
          + Breach.KEPT
          + ". Ranks are by the RTT p95 there; variants with the same rank do not differ, or nobody"
          + " can tell whether they do.";
    }
    return (isSearch
            ? "Loads were searched for each variant by itself, and none is common to all."
            : "No load was kept by all variants.")
        + " A load is kept with "
        + Breach.KEPT
        + ".";
  }

  private static String starts(RunSummary run) {
    if (run.starts() >= Refusal.LEAST_STARTS) {
      return "";
    }
    return run.starts() == 1
        ? " One start of a variant is an anecdote: there is no interval, and another start may rank"
            + " them in another way."
        : " Fewer than " + Refusal.LEAST_STARTS + " starts of a variant have no interval.";
  }
}
