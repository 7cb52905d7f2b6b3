package org.boardbench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;

/** Which trials a run already has, finished or not. */
final class TrialHistory {
  private final Set<String> usedIds = new HashSet<>();
  private final Set<String> doneIds = new HashSet<>();

  /**
   * What an earlier process left. An attempt counts as used as soon as its folder exists, because
   * rows of it may be in any file.
   */
  static TrialHistory read(Path run, Path trialFolders) throws StoreException {
    TrialHistory history = new TrialHistory();
    for (StoredRow<TrialRecord> row : StoredResults.rows(run, TrialColumns.TABLE)) {
      history.usedIds.add(row.text(TrialColumns.TRIAL_ID));
      if (row.text(TrialColumns.STATUS).equals(TrialRecord.OK)) {
        history.doneIds.add(
            firstId(row.text(TrialColumns.TARGET), row.number(TrialColumns.REPETITION)));
      }
    }
    try (Stream<Path> folders = Files.list(trialFolders)) {
      folders.forEach(folder -> history.usedIds.add(folder.getFileName().toString()));
    } catch (IOException e) {
      throw StoreException.reading(trialFolders, e);
    }
    return history;
  }

  boolean isDone(PlannedTrial trial) {
    return doneIds.contains(firstId(trial.variant().name(), trial.repetition()));
  }

  /**
   * {@code my-server-r1} first, then {@code my-server-r1-2} and so on; {@code my-server-p1} for a
   * profile.
   */
  TrialId next(PlannedTrial trial) {
    String firstId = firstId(trial.variant().name(), trial.repetition());
    String id = firstId;
    for (int attempt = 2; !usedIds.add(id); attempt++) {
      id = firstId + "-" + attempt;
    }
    return new TrialId(id, trial.variant().name(), trial.repetition(), trial.order());
  }

  private static String firstId(String target, int repetition) {
    return repetition < ProfileTrials.FIRST
        ? target + "-r" + repetition
        : target + "-p" + (repetition - ProfileTrials.FIRST + 1);
  }
}
