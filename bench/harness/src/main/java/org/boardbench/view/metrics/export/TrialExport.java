package org.boardbench.view.metrics.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.boardbench.results.FileNames;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.histogram.IntervalLog;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredRun;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.SeriesLabels;

/** One trial of a stored run. */
final class TrialExport {
  private final StoredRun run;
  private final StoredRow<TrialRecord> row;
  private final String id;
  private final SeriesLabels trial;

  /**
   * @param row of {@code trials.csv}
   */
  TrialExport(StoredRun run, StoredRow<TrialRecord> row) {
    this.run = run;
    this.row = row;
    this.id = row.text(TrialColumns.TRIAL_ID);
    this.trial = SeriesLabels.of(run.runId(), row.text(TrialColumns.TARGET), id);
  }

  String id() {
    return id;
  }

  /** When it was launched. */
  Instant start() {
    return Instant.parse(row.text(TrialColumns.START));
  }

  /** Its pages in order of time; none when no stage of it was measured. */
  TrialPages pages(ExportNotes notes) throws IOException {
    Path folder = run.trialFolder(id);
    TrialPages pages = new TrialPages(origin(folder, notes));
    for (StoredRow<StageRecord> stage : ofTrial(run.results().stages(), StageCounts.TRIAL_ID)) {
      int number = stage.number(StageCounts.STAGE);
      List<StoredRow<SecondRecord>> seconds =
          ofTrial(run.seconds(), SecondColumns.TRIAL_ID).stream()
              .filter(second -> second.number(SecondColumns.STAGE) == number)
              .toList();
      if (!seconds.isEmpty()) {
        new StageExport(trial, stage, seconds).addTo(pages, trial);
        for (StoredRow<SecondRecord> second : seconds) {
          addUsers(pages, second);
        }
      }
    }
    new ResourcesExport(trial, ofTrial(run.resources(), ResourceColumns.TRIAL_ID)).addTo(pages);
    if (!new TimesExport(trial, folder).addTo(pages)) {
      notes.withoutTimes(id);
    }
    return pages;
  }

  private void addUsers(TrialPages pages, StoredRow<SecondRecord> second) {
    pages
        .atEndOf(second.number(SecondColumns.SECOND))
        .add(Metric.USERS_JOINED, trial, second.measured(SecondColumns.USERS));
  }

  private Instant origin(Path folder, ExportNotes notes) throws IOException {
    String measuredFrom = row.text(TrialColumns.MEASURED_FROM);
    if (!measuredFrom.isEmpty()) {
      return Instant.parse(measuredFrom);
    }
    List<IntervalLog.Line> log = IntervalLog.read(folder.resolve(FileNames.DELIVERY));
    if (!log.isEmpty()) {
      return Instant.ofEpochMilli(log.getFirst().startMs());
    }
    notes.withoutOrigin(id);
    return start();
  }

  private <R> List<StoredRow<R>> ofTrial(List<StoredRow<R>> rows, Column<R> trialId) {
    return rows.stream().filter(cells -> id.equals(cells.text(trialId))).toList();
  }
}
