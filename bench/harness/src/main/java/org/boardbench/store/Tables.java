package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.plan.ExperimentPlan;

/** The four CSV files of a run, opened and closed together. */
final class Tables implements Closeable {
  static final String TRIALS_CSV = "trials.csv";
  static final String STAGES_CSV = "stages.csv";
  static final String TIMELINE_CSV = "timeline.csv";
  static final String RESOURCES_CSV = "resources.csv";

  private final List<Closeable> opened = new ArrayList<>();
  private final CsvTable<TrialRow> trials;
  private final CsvTable<StageRow> stages;
  private final CsvTable<TimelineRow> timeline;
  private final CsvTable<ResourceRow> resources;

  private Tables(Path folder, String runId, ExperimentPlan plan, Opening opening)
      throws StoreException {
    boolean isComplete = false;
    try {
      trials = open(opening, folder.resolve(TRIALS_CSV), RunColumns.trials(runId, plan));
      stages = open(opening, folder.resolve(STAGES_CSV), StageColumns.of(runId, plan.workload()));
      timeline = open(opening, folder.resolve(TIMELINE_CSV), RunColumns.timeline(runId));
      resources = open(opening, folder.resolve(RESOURCES_CSV), RunColumns.resources(runId));
      isComplete = true;
    } finally {
      if (!isComplete) {
        closeQuietly();
      }
    }
  }

  static Tables create(Path folder, String runId, ExperimentPlan plan) throws StoreException {
    return new Tables(folder, runId, plan, CsvTable::create);
  }

  static Tables reopen(Path folder, String runId, ExperimentPlan plan) throws StoreException {
    return new Tables(folder, runId, plan, CsvTable::reopen);
  }

  CsvTable<TrialRow> trials() {
    return trials;
  }

  CsvTable<StageRow> stages() {
    return stages;
  }

  CsvTable<TimelineRow> timeline() {
    return timeline;
  }

  CsvTable<ResourceRow> resources() {
    return resources;
  }

  private <T> CsvTable<T> open(Opening opening, Path file, List<Column<T>> columns)
      throws StoreException {
    CsvTable<T> table = opening.open(file, columns);
    opened.add(table);
    return table;
  }

  /** Whatever fails here, the reason for giving up is on its way already. */
  void closeQuietly() {
    for (Closeable table : opened) {
      try {
        table.close();
      } catch (IOException ignored) {
        // The file system takes the handle back when the process ends.
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable table : opened) {
      table.close();
    }
  }

  /** Makes a table new, or takes up an old one. */
  @FunctionalInterface
  private interface Opening {
    <T> CsvTable<T> open(Path file, List<Column<T>> columns) throws StoreException;
  }
}
