package org.boardbench.report.summary;

import java.util.List;
import org.boardbench.findings.ranking.Breach;
import org.boardbench.findings.ranking.Place;
import org.boardbench.findings.ranking.Ranking;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.ranking.RunSummary.Disturbance;
import org.boardbench.statistics.Refusal;

/** The sentences above the ranking: what it is of, and how sure. */
public final class Headline {
  private Headline() {}

  /**
   * What can be said, and what cannot.
   *
   * @param isSearch whether each start was loaded as much as it carries, so that no load ranks them
   * @param noise what the machine makes of nothing, in a sentence; empty where it has no say
   */
  public static String of(RunSummary run, boolean isSearch, String noise) {
    if (run.isEmpty()) {
      return "The run has no row: nothing can be said.";
    }
    if (run.invalidRows().invalid() == run.invalidRows().rows() && run.broken().isEmpty()) {
      return "No row is valid: nothing can be said of any variant.";
    }
    if (run.disturbance() == Disturbance.THROUGHOUT) {
      return "Something was made to fail in every stage that was measured: none says which load a"
          + " server keeps.";
    }
    return isSearch
        ? "Loads were searched for each variant by itself, so that none of them ranks all: what each"
            + " carries is its capacity."
        : kept(run, noise) + run.faultsWords() + starts(run);
  }

  private static String kept(RunSummary run, String noise) {
    if (run.ranking().isPresent()) {
      Ranking ranking = run.ranking().get();
      return greatest(run, ranking.users())
          + bounds(run)
          + " Who kept more users comes first, then who had the lower RTT p95 at %d."
              .formatted(ranking.users())
          + (run.hasRanks() ? ranks(ranking.places(), noise) : "");
    }
    return "No load was kept by all variants." + bounds(run);
  }

  private static String bounds(RunSummary run) {
    return " A load is kept with "
        + Breach.KEPT
        + (run.starts() > 1 ? ", in most valid starts." : ".");
  }

  private static String ranks(List<Place> places, String noise) {
    String byTime = " Ranks are by that RTT alone";
    if (places.stream().noneMatch(Place::isShared)) {
      return byTime + ".";
    }
    boolean canTell = places.stream().anyMatch(place -> place.startsNeeded().isPresent());
    return byTime
        + "; those with = are shared: none of the variants that share one was shown to be slower than"
        + " the first of them"
        + (canTell
            ? " (“"
                + RankingTable.TO_TELL
                + "”: how many of each, in all, would show it if they go on like this)."
            : ".")
        + (noise.isEmpty() ? "" : " " + noise);
  }

  private static String greatest(RunSummary run, int users) {
    String all = run.undecided().isEmpty() ? "all variants" : "all variants that can be judged";
    if (users == run.mostUsers()) {
      // One that nobody can judge was not kept.
      String every = run.invalidRows().invalid() == 0 ? "" : " that can be judged";
      return "Up to %d users, the greatest load of the run, %s kept every load%s."
          .formatted(users, all, every);
    }
    long more =
        run.mostKept().values().stream().filter(kept -> kept.users() == run.mostUsers()).count();
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
