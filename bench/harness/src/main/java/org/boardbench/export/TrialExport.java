package org.boardbench.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.boardbench.metrics.Metric;
import org.boardbench.metrics.Subject;
import org.boardbench.store.StoredRun;

/** One trial of a stored run. */
final class TrialExport {
  private final StoredRun run;
  private final CsvCells row;
  private final String id;
  private final Subject trial;

  /**
   * @param row of {@code trials.csv}
   */
  TrialExport(StoredRun run, CsvCells row) {
    this.run = run;
    this.row = row;
    this.id = row.text("trial_id");
    this.trial = Subject.of(run.runId(), row.text("target"), id);
  }

  String id() {
    return id;
  }

  /** When it was launched. */
  Instant start() {
    return Instant.parse(row.text("start"));
  }

  /** Its pages in order of time; none when no stage of it was measured. */
  TrialPages pages(ExportNotes notes) throws IOException {
    Path folder = run.trialFolder(id);
    TrialPages pages = new TrialPages(origin(folder, notes));
    for (CsvCells stage : ofTrial(run.results().stages())) {
      List<CsvCells> seconds =
          ofTrial(run.seconds()).stream()
              .filter(second -> second.text("stage").equals(stage.text("stage")))
              .toList();
      if (!seconds.isEmpty()) {
        new StageExport(trial, stage, seconds).addTo(pages, trial);
        for (CsvCells second : seconds) {
          addUsers(pages, second);
        }
      }
    }
    new ResourcesExport(trial, ofTrial(run.resources())).addTo(pages);
    if (!new TimesExport(trial, folder).addTo(pages)) {
      notes.withoutTimes(id);
    }
    return pages;
  }

  private void addUsers(TrialPages pages, CsvCells second) {
    pages.atEndOf(second.integer("second")).add(Metric.USERS_JOINED, trial, second.figure("users"));
  }

  private Instant origin(Path folder, ExportNotes notes) throws IOException {
    String measuredFrom = row.text("measured_from");
    if (!measuredFrom.isEmpty()) {
      return Instant.parse(measuredFrom);
    }
    List<IntervalLog.Line> log = IntervalLog.read(folder.resolve("delivery.hlog"));
    if (!log.isEmpty()) {
      return Instant.ofEpochMilli(log.getFirst().startMs());
    }
    notes.withoutOrigin(id);
    return start();
  }

  private List<CsvCells> ofTrial(List<Map<String, String>> rows) {
    return rows.stream()
        .filter(cells -> id.equals(cells.get("trial_id")))
        .map(CsvCells::new)
        .toList();
  }
}
