package org.boardbench.view.terminal.table;

import static org.boardbench.view.terminal.table.ResultColumn.ALWAYS;
import static org.boardbench.view.terminal.table.ResultColumn.figure;
import static org.boardbench.view.terminal.table.ResultColumn.median;

import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.view.terminal.text.TextTable;

/**
 * The columns of the results' table: those that have something to say, less those for which the
 * terminal has no room. What says how a server gave way stays longest.
 *
 * @param leftOut those for which there was no room, the first that went first
 */
record ResultColumns(List<ResultColumn> shown, List<ResultColumn> leftOut) {
  private static final Column<StageRecord> LIMIT = StageExtras.BOTTLENECK;
  private static final Column<StageRecord> DROPS = StageCounts.DISCONNECTS;
  private static final int SHORTEST_NAME = 4;

  /**
   * @param width of the terminal; empty where nothing needs to be left out
   */
  static ResultColumns of(List<ResultGroup> groups, GroupNames names, OptionalInt width) {
    List<ResultColumn> shown = columns(groups, names);
    List<ResultColumn> leftOut = new ArrayList<>();
    while (width.isPresent() && width(groups, shown) > width.getAsInt()) {
      ResultColumn least =
          shown.stream().min(Comparator.comparingInt(ResultColumn::priority)).orElseThrow();
      if (!least.canBeLeftOut()) {
        int excess = width(groups, shown) - width.getAsInt();
        shown.set(0, target(Math.max(SHORTEST_NAME, longestName(groups) - excess)));
        break;
      }
      shown.remove(least);
      leftOut.add(least);
    }
    return new ResultColumns(headed(shown), List.copyOf(leftOut));
  }

  String text(List<ResultGroup> groups) {
    return TextTable.ruled(lines(groups, shown));
  }

  boolean showLimit() {
    return shows(LIMIT);
  }

  boolean showDroppedUsers() {
    return shows(DROPS);
  }

  boolean showLowerBounds(List<ResultGroup> groups) {
    return shown.stream()
        .anyMatch(column ->
            groups.stream()
                .anyMatch(group -> column.value().apply(group).startsWith(ResultGroup.AT_LEAST)));
  }

  private boolean shows(Column<StageRecord> stored) {
    return shown.stream().anyMatch(column -> column.stored().equals(stored));
  }

  private static List<ResultColumn> columns(List<ResultGroup> groups, GroupNames names) {
    List<ResultColumn> columns = new ArrayList<>();
    columns.add(target(Integer.MAX_VALUE));
    if (names.needStages()) {
      columns.add(
          figure(
              "stage", ALWAYS, StageCounts.STAGE, group -> Integer.toString(group.key().stage())));
    }
    columns.add(
        figure("users", ALWAYS, StageCounts.USERS, group -> Integer.toString(group.key().users())));
    columns.add(time("p50", 3, StageTimes.RTT_P50_MS));
    columns.add(time("p95", 9, StageTimes.RTT_P95_MS));
    columns.add(time("p99", 5, StageTimes.RTT_P99_MS));
    columns.add(time("deliv. p99", 1, StageTimes.DELIVERY_P99_MS));
    columns.add(figure("loss %", ALWAYS, StageCounts.LOSS_PCT, ResultGroup::lossPct));
    if (groups.stream().anyMatch(DroppedUsers::isIn)) {
      columns.add(figure("drops", 10, DROPS, group -> Long.toString(group.drops())));
      columns.add(
          figure("refused", 8, StageCounts.CONNECT_FAILURES, group -> "" + group.refused()));
    }
    columns.add(median("tps", 6, StageCounts.TPS));
    columns.add(median("CPU %", 4, StageCosts.CPU_MEAN_PCT));
    columns.add(median("MiB", 2, StageCosts.MEMORY_MEAN_MIB));
    if (groups.stream().anyMatch(group -> !group.limit().isEmpty())) {
      columns.add(figure("limit", 7, LIMIT, ResultGroup::limit));
    }
    columns.add(figure("", ALWAYS, StageCosts.VALID, ResultGroup::mark));
    return columns;
  }

  private static ResultColumn time(String header, int priority, Column<StageRecord> stored) {
    return figure(header, priority, stored, group -> group.time(stored));
  }

  private static ResultColumn target(int mostChars) {
    return new ResultColumn(
        "target",
        HorizontalAlign.LEFT,
        ALWAYS,
        StageCounts.TARGET,
        group -> {
          String name = group.key().target();
          return name.length() <= mostChars ? name : name.substring(0, mostChars - 1) + "…";
        });
  }

  private static int longestName(List<ResultGroup> groups) {
    return groups.stream().mapToInt(group -> group.key().target().length()).max().orElse(0);
  }

  /** The first of the percentiles of the RTT says what they are of. */
  private static List<ResultColumn> headed(List<ResultColumn> columns) {
    List<ResultColumn> headed = new ArrayList<>(columns);
    for (int n = 0; n < headed.size(); n++) {
      if (headed.get(n).stored().name().startsWith("rtt_")) {
        headed.set(n, headed.get(n).withHeader("RTT " + headed.get(n).header()));
        break;
      }
    }
    return List.copyOf(headed);
  }

  private static int width(List<ResultGroup> groups, List<ResultColumn> columns) {
    return TextTable.width(lines(groups, headed(columns)));
  }

  private static List<String> lines(List<ResultGroup> groups, List<ResultColumn> columns) {
    return TextTable.lines(groups, columns.stream().map(ResultColumn::drawn).toList());
  }
}
