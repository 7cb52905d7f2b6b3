package org.boardbench.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;

/** What is said of the lines and marks that only some runs have. */
final class LoadRemarks {
  private final List<StageGroup> groups;
  private final List<Measure> measures;
  private final LackedLabels lacked;

  LoadRemarks(List<StageGroup> groups, List<Measure> measures, LackedLabels lacked) {
    this.groups = groups;
    this.measures = measures;
    this.lacked = lacked;
  }

  /** Sentences, each after a blank; empty when nothing is to be said. */
  String text() {
    return loss() + atLeast() + bottleneck();
  }

  private String loss() {
    boolean owed =
        measures.contains(Measure.LOSS)
            && rows().stream().anyMatch(r -> !Double.isNaN(r.figure(StageExtras.OWED_LOST_PCT)));
    return owed
        ? " Loss is of what was owed: of what the plan would have delivered had every user stayed."
            + " Where users were dropped or refused, a thin dashed line is the loss of what was"
            + " expected of those who were connected; elsewhere both are the same line."
        : "";
  }

  private String atLeast() {
    return rows().stream().anyMatch(row -> measures.stream().anyMatch(m -> m.of(row).atLeast()))
        ? " An arrow says \"at least\": a part of the messages never came, and the true time is the"
            + " point's or longer. RTT p95 counts them until the drain's end, p99 is no less, and the"
            + " other times are of those that came."
        : "";
  }

  private String bottleneck() {
    boolean marked = measures.stream().anyMatch(Measure::tellsOfCollapse) && lacked.isAny(groups);
    return marked
        ? " A word beside a filled point says what the server had used up at the first load that it"
            + " did not keep: "
            + Arrays.stream(Bottleneck.values())
                .filter(one -> one != Bottleneck.NONE)
                .map(one -> one.key() + " (" + one.words() + ")")
                .collect(Collectors.joining(", "))
            + "."
        : "";
  }

  private List<StoredStage> rows() {
    return groups.stream().flatMap(group -> group.rows().stream()).toList();
  }
}
