package org.boardbench.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.findings.recovery.FaultNames;
import org.boardbench.findings.recovery.StoredFault;
import org.boardbench.findings.starts.Attempts;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;
import org.boardbench.results.table.TableSpec;

/**
 * What a run's files say.
 *
 * @param trials rows of {@code trials.csv} that are the attempt that counts at their target and
 *     repetition
 * @param stages rows of {@code stages.csv} of those attempts
 * @param profiled which of them are there for a profile alone
 */
public record StoredResults(
    List<StoredRow<TrialRecord>> trials,
    List<StoredRow<StageRecord>> stages,
    ProfileTrials profiled) {
  public static StoredResults read(Path run) throws StoreException {
    List<StoredRow<StageRecord>> measured = rows(run, StageColumns.TABLE);
    Set<String> withRows =
        measured.stream()
            .map(stage -> stage.text(StageCounts.TRIAL_ID))
            .collect(Collectors.toSet());
    List<StoredRow<TrialRecord>> trials =
        Attempts.counted(
            rows(run, TrialColumns.TABLE),
            row -> List.of(row.text(TrialColumns.TARGET), row.text(TrialColumns.REPETITION)),
            row ->
                row.text(TrialColumns.STATUS).equals(TrialRecord.INTERRUPTED)
                    && !withRows.contains(row.text(TrialColumns.TRIAL_ID)));
    Set<String> ids =
        trials.stream().map(trial -> trial.text(TrialColumns.TRIAL_ID)).collect(Collectors.toSet());
    List<StoredRow<StageRecord>> stages =
        measured.stream().filter(stage -> ids.contains(stage.text(StageCounts.TRIAL_ID))).toList();
    return new StoredResults(
        trials,
        stages,
        ProfileTrials.of(
            ResultStore.planOf(run), stages.stream().map(StoredResults::judged).toList()));
  }

  /** The stages that count, with what was said of them. */
  public List<StoredStage> judged() {
    return stages.stream()
        .map(StoredResults::judged)
        .filter(stage -> !profiled.has(stage.trialId(), stage.repetition()))
        .toList();
  }

  private static StoredStage judged(StoredRow<StageRecord> row) {
    return new StoredStage(row, InvalidReason.of(row.text(StageCosts.INVALID_REASONS)));
  }

  /** Those that failed and would have counted; one that was interrupted is to be done again. */
  public List<FailedStart> failedStarts() {
    return trials.stream()
        .filter(trial -> !isProfiled(trial))
        .filter(FailedStart::isOne)
        .map(FailedStart::of)
        .toList();
  }

  /** Whether a trial is there for a profile alone. */
  public boolean isProfiled(StoredRow<TrialRecord> trial) {
    return profiled.has(trial.text(TrialColumns.TRIAL_ID), trial.number(TrialColumns.REPETITION));
  }

  /** What was made to fail in those stages, with what followed; nothing of most runs. */
  public List<StoredFault> faults(Path run) throws StoreException {
    if (Files.notExists(run.resolve(EventColumns.TABLE.fileName()))) {
      return List.of();
    }
    return StoredFault.of(
        new FaultNames(ResultStore.planOf(run)),
        judged(),
        rows(run, EventColumns.TABLE),
        rows(run, RecoveryColumns.TABLE),
        List.of());
  }

  /** Without a last line that was cut off. */
  public static <R> List<StoredRow<R>> rows(Path run, TableSpec<R> spec) throws StoreException {
    try {
      return StoredTable.read(run, spec).rows();
    } catch (StoreException e) {
      throw new StoreException(run + ": " + e.getMessage());
    }
  }
}
