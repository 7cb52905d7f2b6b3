package org.boardbench.view.terminal.table;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.boardbench.core.ThisProgram;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.OneLine;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.Interval;
import org.boardbench.store.StoredResults;

/**
 * The results as a table, read back from the run's files, so that it says what is stored, and a
 * resumed run is whole. A row is a target with a stage; several repetitions become their median.
 */
public final class ResultTable {
  private ResultTable() {}

  /**
   * Prints it, with where everything is and how to run again what failed.
   *
   * @param width of the terminal; empty where {@code out} is none, and no column is left out
   */
  public static void print(Path run, PrintStream out, OptionalInt width) throws StoreException {
    StoredResults results = StoredResults.read(run);
    out.print(render(results, width));
    out.print(SummaryLines.of(stages(results), Interval.CONFIDENCE, width));
    out.println("Results: " + run);
    if (!results.trials().stream().allMatch(ResultTable::isOk)) {
      out.println("Run again what is not ok: " + ThisProgram.resuming(run));
    }
    out.flush();
  }

  static String render(StoredResults results, OptionalInt width) {
    StringBuilder text = new StringBuilder("\n");
    List<StoredStage> stages = stages(results);
    List<ResultGroup> groups = groups(stages);
    if (!groups.isEmpty()) {
      GroupNames names = GroupNames.of(groups);
      ResultColumns columns = ResultColumns.of(groups, names, width);
      text.append(columns.text(groups))
          .append(new ResultLegend(groups, names, columns).text())
          .append(DroppedUsers.text(groups, names));
    }
    text.append(ValidRows.of(stages).text());
    results.trials().stream()
        .filter(trial -> !isOk(trial))
        .forEach(trial -> text.append(failure(trial)));
    return text.append('\n').toString();
  }

  private static List<StoredStage> stages(StoredResults results) {
    return results.stages().stream()
        .map(row -> new StoredStage(row, InvalidReason.of(row.text(StageCosts.INVALID_REASONS))))
        .toList();
  }

  private static boolean isOk(StoredRow<TrialRecord> trial) {
    return trial.text(TrialColumns.STATUS).equals(TrialRecord.OK);
  }

  private static String failure(StoredRow<TrialRecord> trial) {
    return " "
        + trial.text(TrialColumns.TRIAL_ID)
        + " "
        + trial.text(TrialColumns.STATUS)
        + ": "
        + OneLine.of(trial.text(TrialColumns.REASON))
        + "\n";
  }

  private static List<ResultGroup> groups(List<StoredStage> stages) {
    Map<ResultGroup.Key, ResultGroup> groups =
        new TreeMap<>(
            Comparator.comparing(ResultGroup.Key::target)
                .thenComparingInt(ResultGroup.Key::stage)
                .thenComparingInt(ResultGroup.Key::users));
    for (StoredStage row : stages) {
      groups.computeIfAbsent(ResultGroup.Key.of(row), ResultGroup::new).add(row);
    }
    return List.copyOf(groups.values());
  }
}
