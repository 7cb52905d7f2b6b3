package org.boardbench.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * What a run's files say, cell by column's name.
 *
 * @param trials rows of {@code trials.csv} that are the last attempt at their target and repetition
 * @param stages rows of {@code stages.csv} of those attempts
 */
public record StoredResults(List<Map<String, String>> trials, List<Map<String, String>> stages) {
  public static StoredResults read(Path run) throws StoreException {
    Map<List<String>, Map<String, String>> lastAttempts = new LinkedHashMap<>();
    for (CSVRecord row : CsvTable.read(run.resolve(Tables.TRIALS_CSV))) {
      lastAttempts.put(List.of(row.get("target"), row.get("repetition")), row.toMap());
    }
    List<Map<String, String>> trials = List.copyOf(lastAttempts.values());
    List<String> ids = trials.stream().map(trial -> trial.get("trial_id")).toList();
    List<Map<String, String>> stages =
        CsvTable.read(run.resolve(Tables.STAGES_CSV)).stream()
            .map(CSVRecord::toMap)
            .filter(stage -> ids.contains(stage.get("trial_id")))
            .toList();
    return new StoredResults(trials, stages);
  }
}
