package org.boardbench.view.terminal.table;

import java.util.Comparator;
import java.util.List;
import org.boardbench.findings.recovery.FaultGroup;
import org.boardbench.findings.recovery.RecoveryFigure;
import org.boardbench.findings.recovery.StoredFault;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;
import org.boardbench.view.terminal.text.Figures;
import org.boardbench.view.terminal.text.TextTable;

/** How servers got over what was made to fail, a line for each of them and each fault. */
record RecoveryTable(List<FaultGroup> groups, double confidence) {
  private static final int MOST_LINES = 12;
  private static final double MS_PER_S = 1e3;

  static RecoveryTable of(List<StoredFault> faults, double confidence) {
    return new RecoveryTable(FaultGroup.of(faults, Comparator.naturalOrder()), confidence);
  }

  /** The table and what its columns mean; nothing where nothing was made to fail. */
  String text() {
    if (groups.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "target",
            "fault",
            "users",
            "recovered",
            "after s",
            Interval.words(confidence) + " interval",
            "away s",
            "lost",
            "missed");
    groups.stream().limit(MOST_LINES).forEach(group -> table.row(cells(group)));
    int further = groups.size() - MOST_LINES;
    return table.text().stripTrailing()
        + "\n"
        + (further > 0 ? " and " + further + " further ones, see the report\n" : "")
        + " after, away: the recovery, and the longest that a user was away; means over starts. ≥: at"
        + " least,\n as it did not come while the run watched. All of it: recovery.csv, and the"
        + " report.\n";
  }

  private String[] cells(FaultGroup group) {
    Sample recovery = group.sample(RecoveryFigure.RECOVERY);
    return new String[] {
      group.variant(),
      group.fault(),
      Integer.toString(group.users()),
      group.recovered()
          + " of "
          + group.faults().size()
          + (group.invalid() > 0 ? ", " + group.invalid() + " invalid" : ""),
      mean(recovery, MS_PER_S),
      recovery.isAtLeast()
          ? Figures.NOT_MEASURED
          : interval(recovery.estimate(FaultGroup.KIND).bounds(confidence)),
      mean(group.sample(RecoveryFigure.AWAY), MS_PER_S),
      mean(group.sample(RecoveryFigure.LOST), 1),
      mean(group.sample(RecoveryFigure.MISSED), 1)
    };
  }

  private static String mean(Sample sample, double unit) {
    return (sample.isAtLeast() ? ResultGroup.AT_LEAST : "")
        + Figures.rounded(sample.estimate(FaultGroup.KIND).mean().orElse(Double.NaN) / unit);
  }

  private static String interval(Bounds bounds) {
    return bounds
        .interval()
        .map(ends ->
            Figures.rounded(ends.low() / MS_PER_S) + "–" + Figures.rounded(ends.high() / MS_PER_S))
        .orElse(Figures.NOT_MEASURED);
  }
}
