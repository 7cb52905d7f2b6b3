package org.boardbench.trial.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredResults;
import org.boardbench.trial.capacity.FreshStart;

/**
 * The starts of a search that have come to their end, by variant, in order. One that failed is
 * among them, with what it measured before, and the load under which the server ended if it did: to
 * end is how some servers give way. One that was interrupted is not: it is done again.
 */
record StoredStarts(Map<String, List<StoredStart>> byVariant) {
  /**
   * @param rows of its holds, in order
   */
  record StoredStart(
      CapacityRecord.Start trial, FreshStart start, List<StoredRow<StageRecord>> rows) {}

  static StoredStarts read(Path run, Objectives objectives) throws StoreException {
    StoredResults results = StoredResults.read(run);
    Map<String, List<StoredRow<StageRecord>>> holds =
        results.stages().stream()
            .collect(Collectors.groupingBy(stage -> stage.text(StageCounts.TRIAL_ID)));
    List<StoredRow<TrialRecord>> ended =
        results.trials().stream()
            .filter(trial -> !trial.text(TrialColumns.STATUS).equals(TrialRecord.INTERRUPTED))
            .sorted(Comparator.comparingInt(trial -> trial.number(TrialColumns.REPETITION)))
            .toList();
    Map<String, List<StoredStart>> starts = new HashMap<>();
    for (StoredRow<TrialRecord> trial : ended) {
      String id = trial.text(TrialColumns.TRIAL_ID);
      List<StoredRow<StageRecord>> rows = holds.getOrDefault(id, List.of());
      starts
          .computeIfAbsent(trial.text(TrialColumns.TARGET), _ -> new ArrayList<>())
          .add(
              new StoredStart(
                  new CapacityRecord.Start(id, trial.number(TrialColumns.REPETITION)),
                  new FreshStart(objectives.outcomes(rows, trial)),
                  rows));
    }
    return new StoredStarts(starts);
  }

  /** Those of one variant. */
  List<FreshStart> of(String variant) {
    return stored(variant).stream().map(StoredStart::start).toList();
  }

  /** The same with their names. */
  List<StoredStart> stored(String variant) {
    return byVariant.getOrDefault(variant, List.of());
  }

  /** Of all variants. */
  int count() {
    return byVariant.values().stream().mapToInt(List::size).sum();
  }
}
