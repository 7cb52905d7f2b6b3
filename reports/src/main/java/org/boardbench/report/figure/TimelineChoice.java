package org.boardbench.report.figure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.results.column.StageTimes;

/** Which starts of a variant are drawn over time. */
public enum TimelineChoice {
  /** Each. */
  ALL,

  /**
   * Where there are more than three, the fastest, the middle one and the slowest: nobody looks
   * through more, and they would be most of a report's files.
   */
  FEW,

  /** The middle one of those: for a folder that is to stay small. */
  ONE;

  private static final int MOST = 3;

  /** What a reader must know who looks for the others; empty where all are drawn. */
  public String note(StoredRun run, String variant) {
    List<StoredTrial> starts = starts(run, variant);
    return of(run, variant).size() == starts.size()
        ? ""
        : "Of %d starts %s drawn, by the RTT p95 of the greatest load that each came to; --timelines"
                .formatted(
                    starts.size(),
                    this == ONE
                        ? "the middle one is"
                        : "the fastest, the middle one and the slowest are")
            + " all draws each.";
  }

  /** In the order of repetitions. */
  List<StoredTrial> of(StoredRun run, String variant) {
    List<StoredTrial> starts = starts(run, variant);
    if (this == ALL || starts.size() <= (this == ONE ? 1 : MOST)) {
      return starts;
    }
    List<StoredTrial> fastestFirst =
        starts.stream()
            .sorted(
                Comparator.comparingInt((StoredTrial start) -> -mostUsers(run, start))
                    .thenComparingDouble(start -> rttP95(run, start)))
            .toList();
    Set<StoredTrial> chosen = new HashSet<>();
    chosen.add(fastestFirst.get((starts.size() - 1) / 2));
    if (this == FEW) {
      chosen.add(fastestFirst.getFirst());
      chosen.add(fastestFirst.getLast());
    }
    return starts.stream().filter(chosen::contains).toList();
  }

  private static List<StoredTrial> starts(StoredRun run, String variant) {
    return run.trials().stream()
        .filter(trial -> trial.target().equals(variant))
        .sorted(Comparator.comparingInt(StoredTrial::repetition).thenComparing(StoredTrial::id))
        .toList();
  }

  /** The greatest load that has a row; 0 where none has. */
  private static int mostUsers(StoredRun run, StoredTrial start) {
    return greatest(run, start).map(StoredStage::users).orElse(0);
  }

  /** At the greatest load that has a row, in ms; infinite where nothing came back. */
  private static double rttP95(StoredRun run, StoredTrial start) {
    return greatest(run, start)
        .map(stage -> stage.figure(StageTimes.RTT_P95_MS))
        .filter(ms -> !ms.isNaN())
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The row of its greatest load; empty where it has none. */
  private static Optional<StoredStage> greatest(StoredRun run, StoredTrial start) {
    return run.stages().stream()
        .filter(stage -> stage.trialId().equals(start.id()))
        .max(Comparator.comparingInt(StoredStage::users));
  }
}
