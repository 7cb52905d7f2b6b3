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
   * @param isSearch whether each start was loaded as much as it carries, so that no load ranks them
   */
  public static String of(RunSummary run, boolean isSearch) {
    if (run.isEmpty()) {
      return "The run has no row: nothing can be said.";
    }
    if (run.invalidRows().invalid() == run.invalidRows().rows() && run.broken().isEmpty()) {
      return "No row is valid: nothing can be said of any variant.";
    }
    return isSearch
        ? "Loads were searched for each variant by itself, so that none of them ranks all: what each"
            + " carries is its capacity."
        : kept(run) + starts(run);
  }

  private static String kept(RunSummary run) {
    if (run.lastKept().isPresent()) {
      int users = run.lastKept().getAsInt();
      return greatest(run, users)
          + bounds(run)
          + " Who kept more users comes first, then who had the lower RTT p95 at %d.".formatted(users)
          + (run.hasRanks()
              ? " Ranks are by that RTT alone: of those that share one (=) none was shown to be"
                  + " slower than the first; n is how many starts would show it, if they go on like"
                  + " this."
              : "");
    }
    return "No load was kept by all variants." + bounds(run);
  }

  private static String bounds(RunSummary run) {
    return " A load is kept with " + Breach.KEPT + (run.starts() > 1 ? ", in most starts." : ".");
  }

  private static String greatest(RunSummary run, int users) {
    String all = run.undecided().isEmpty() ? "all variants" : "all variants that can be judged";
    if (users == run.mostUsers()) {
      // One that nobody can judge was not kept.
      String every = run.invalidRows().invalid() == 0 ? "" : " that can be judged";
      return "Up to %d users, the greatest load of the run, %s kept every load%s."
          .formatted(users, all, every);
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
