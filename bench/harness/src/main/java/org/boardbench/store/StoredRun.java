package org.boardbench.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * All that a run has stored, cell by column's name; of each target and repetition the last attempt.
 *
 * @param results trials and stages
 * @param seconds rows of {@code timeline.csv}
 * @param resources rows of {@code resources.csv}
 */
public record StoredRun(
    Path folder,
    String runId,
    StoredResults results,
    List<Map<String, String>> seconds,
    List<Map<String, String>> resources) {
  /**
   * Reads the run in {@code folder}.
   *
   * @throws StoreException when there is none, or a file of it cannot be read
   */
  public static StoredRun read(Path folder) throws StoreException {
    if (!Files.isDirectory(folder)) {
      throw new StoreException(folder + " is no folder");
    }
    RunJson json = RunJson.read(folder.resolve(ResultStore.RUN_JSON));
    return new StoredRun(
        folder,
        json.runId(),
        StoredResults.read(folder),
        rows(folder.resolve(Tables.TIMELINE_CSV)),
        rows(folder.resolve(Tables.RESOURCES_CSV)));
  }

  /** Where a trial's logs are, if they were kept. */
  public Path trialFolder(String trialId) {
    return folder.resolve(ResultStore.TRIALS).resolve(trialId);
  }

  /** Without a last line that was cut off. */
  private static List<Map<String, String>> rows(Path file) throws StoreException {
    return CsvTable.read(file).stream()
        .filter(CSVRecord::isConsistent)
        .map(CSVRecord::toMap)
        .toList();
  }
}
