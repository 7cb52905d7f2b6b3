package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * One message class of a run: its rows as if stages had no other messages, so that they are
 * estimated and judged as all rows are. What no class has for itself, such as CPU, is not measured
 * in them.
 *
 * @param isDroppable whether the next message makes up for one that is dropped; false of runs that
 *     do not say
 */
public record ClassStages(String messageClass, boolean isDroppable, List<StoredStage> stages) {
  /** Of these rows alone: the share of deliveries that came too late for a droppable class. */
  public static final Column<StageRecord> LATE_PCT =
      new Column<>(
          ClassColumns.LATE_PCT.name(),
          ClassColumns.LATE_PCT.type(),
          ClassColumns.LATE_PCT.unit(),
          ClassColumns.LATE_PCT.edition(),
          ClassColumns.LATE_PCT.doc(),
          _ -> Cells.NOT_MEASURED);

  /** What the row of the stage says of all its messages. */
  private static final List<Column<StageRecord>> OF_STAGE =
      List.of(
          StageCounts.BOARDS,
          StageCounts.HOLD_S,
          StageTimes.ARRIVAL_CLOCK,
          StageExtras.BOTTLENECK,
          StageCosts.VALID,
          StageCosts.INVALID_REASONS);

  public ClassStages {
    stages = List.copyOf(stages);
  }

  /** Of a run that kept them, in the order of its file; of others none. */
  public static List<ClassStages> of(StoredRun run) {
    Map<List<Object>, StoredStage> stages = new HashMap<>();
    run.stages().forEach(stage -> stages.put(List.of(stage.trialId(), stage.stage()), stage));
    Map<String, List<StoredStage>> byClass = new LinkedHashMap<>();
    Map<String, Boolean> droppable = new HashMap<>();
    for (StoredRow<ClassRecord> row : run.classes()) {
      StoredStage stage =
          stages.get(
              List.of(row.text(ClassColumns.TRIAL_ID), (Object) row.number(ClassColumns.STAGE)));
      String name = row.text(ClassColumns.MESSAGE_CLASS);
      byClass.computeIfAbsent(name, _ -> new ArrayList<>()).add(ofClass(row, stage));
      droppable.merge(
          name, row.flag(ClassColumns.DROPPABLE).orElse(false), Boolean::logicalOr);
    }
    return byClass.entrySet().stream()
        .map(one -> new ClassStages(one.getKey(), droppable.get(one.getKey()), one.getValue()))
        .toList();
  }

  private static StoredStage ofClass(StoredRow<ClassRecord> row, StoredStage stage) {
    Map<String, String> cells = new HashMap<>();
    ClassColumns.TABLE.columns().forEach(column -> cells.put(column.name(), row.text(column)));
    OF_STAGE.forEach(column -> cells.put(column.name(), stage.text(column)));
    return new StoredStage(StoredRow.of(cells), stage.reasons());
  }

  /**
   * What is known of a row's {@link #LATE_PCT}: nothing where the row's times do not count, as it
   * is made of these.
   */
  public static FigureValue late(StoredStage ofClass) {
    return new FigureValue(ofClass.isValid() ? ofClass.figure(LATE_PCT) : Double.NaN, false);
  }
}
