package org.boardbench.findings.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.starts.Where;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.Estimate;

/**
 * The figures that a run wants to know well before it ends: RTT p95 and TPS of every variant, at
 * the loads that it keeps. Where a variant breaks, its starts differ by factors, and no number of
 * them would do; where most of its rows are invalid, more of the same would be too.
 */
public final class WatchedFigures {
  private static final Map<String, StageFigure> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("RTT p95", new StageFigure(StageTimes.RTT_P95_MS, Optional.empty()));
    FIGURES.put("TPS", new StageFigure(StageCounts.TPS, Optional.empty()));
  }

  private WatchedFigures() {}

  /** By their names for readers: {@code my-server RTT p95 at 300 users}. */
  public static Map<String, Estimate> of(List<StoredStage> rows) {
    RunStarts starts = RunStarts.of(rows);
    Map<String, Estimate> watched = new LinkedHashMap<>();
    for (String variant : starts.variants()) {
      VariantCourse course = VariantCourse.of(variant, starts);
      for (int users : starts.users().stream().filter(course::hasKept).toList()) {
        Where where = new Where("", variant, List.of(users));
        FIGURES.forEach((name, figure) ->
            watched.put(
                "%s %s at %d users".formatted(variant, name, users),
                starts.sample(where, figure, OverStages.GREATEST).estimate(figure.kind())));
      }
    }
    return watched;
  }
}
