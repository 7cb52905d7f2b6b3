package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.table.NumberText;
import org.boardbench.report.table.ResultTable;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/**
 * The results of one variant, and every row of each of its starts.
 *
 * @param table of its estimates
 * @param stages its rows
 */
public record StartSection(ResultTable table, List<StoredStage> stages) implements Section {
  static final List<String> HEADER =
      List.of(
          "Start",
          "Users",
          "TPS (1/s)",
          "Loss of owed (%)",
          "RTT p50 (ms)",
          "RTT p95 (ms)",
          "RTT p99 (ms)",
          "CPU mean (%)",
          "Memory max (MiB)",
          "Bottleneck",
          "Invalid for");

  public StartSection {
    stages = List.copyOf(stages);
  }

  @Override
  public String anchor() {
    return "results";
  }

  @Override
  public String title() {
    return "Results";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "startSection";
  }

  List<List<String>> rows() {
    return stages.stream().map(StartSection::cells).toList();
  }

  private static List<String> cells(StoredStage stage) {
    List<String> cells =
        new ArrayList<>(
            List.of(Integer.toString(stage.repetition()), Integer.toString(stage.users())));
    Stream.<Function<StoredStage, FigureValue>>of(
            of(StageCounts.TPS),
            FigureValue::loss,
            of(StageTimes.RTT_P50_MS),
            of(StageTimes.RTT_P95_MS),
            of(StageTimes.RTT_P99_MS),
            of(StageCosts.CPU_MEAN_PCT),
            of(StageCosts.MEMORY_MAX_MIB))
        .map(figure -> figure.apply(stage))
        .forEach(
            shown -> cells.add((shown.atLeast() ? "≥" : "") + NumberText.rounded(shown.value())));
    cells.add(stage.text(StageExtras.BOTTLENECK));
    cells.add(stage.reasons().stream().map(InvalidReason::text).collect(Collectors.joining("; ")));
    return cells;
  }

  private static Function<StoredStage, FigureValue> of(Column<StageRecord> column) {
    return stage -> FigureValue.of(stage, column);
  }
}
