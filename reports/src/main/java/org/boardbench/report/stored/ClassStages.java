package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.ClassRows;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.table.StoredRow;

/**
 * One message class of a run.
 *
 * @param isDroppable whether the next message makes up for one that is dropped; false of runs that
 *     do not say
 * @param stages as {@link ClassRows} has them
 */
public record ClassStages(String messageClass, boolean isDroppable, List<StoredStage> stages) {
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
      byClass.computeIfAbsent(name, _ -> new ArrayList<>()).add(ClassRows.of(row, stage));
      droppable.merge(name, row.flag(ClassColumns.DROPPABLE).orElse(false), Boolean::logicalOr);
    }
    return byClass.entrySet().stream()
        .map(one -> new ClassStages(one.getKey(), droppable.get(one.getKey()), one.getValue()))
        .toList();
  }
}
