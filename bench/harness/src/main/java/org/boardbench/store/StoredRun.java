package org.boardbench.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.StoredRow;
import tools.jackson.databind.JsonNode;

/**
 * All that a run has stored; of each target and repetition the last attempt.
 *
 * @param plan as an experiment file with every default filled in
 * @param results trials and stages
 * @param seconds rows of {@code timeline.csv}
 * @param resources rows of {@code resources.csv}
 */
public record StoredRun(
    Path folder,
    String runId,
    JsonNode plan,
    StoredResults results,
    List<StoredRow<SecondRecord>> seconds,
    List<StoredRow<ResourceRecord>> resources) {
  /**
   * Reads the run in {@code folder}, each file without a last line that was cut off.
   *
   * @throws StoreException when there is none, or a file of it cannot be read
   */
  public static StoredRun read(Path folder) throws StoreException {
    if (!Files.isDirectory(folder)) {
      throw new StoreException(folder + " is no folder");
    }
    RunJson json = RunJson.read(folder.resolve(FileNames.RUN));
    return new StoredRun(
        folder,
        json.runId(),
        json.plan(),
        StoredResults.read(folder),
        StoredResults.rows(folder, SecondColumns.TABLE),
        StoredResults.rows(folder, ResourceColumns.TABLE));
  }

  /** Where a trial's logs are, if they were kept. */
  public Path trialFolder(String trialId) {
    return folder.resolve(FileNames.TRIALS).resolve(trialId);
  }
}
