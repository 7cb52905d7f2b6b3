package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.AgentColumns;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.ReplicaColumns;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.AgentRecord;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.TableFile;
import org.boardbench.results.table.TableSpec;

/** The CSV files of a run, opened and closed together. */
final class Tables implements Closeable {
  private final List<Closeable> opened = new ArrayList<>();
  private final Path folder;
  private Optional<TableFile<AgentRecord>> agents = Optional.empty();
  private final TableFile<TrialRecord> trials;
  private final TableFile<StageRecord> stages;
  private final TableFile<ClassRecord> classes;
  private final TableFile<SecondRecord> timeline;
  private final TableFile<ResourceRecord> resources;
  private final Optional<TableFile<CapacityRecord>> capacity;
  private final Optional<TableFile<EventRecord>> events;
  private final Optional<TableFile<RecoveryRecord>> recovery;
  private final Optional<TableFile<ReplicaRecord>> replicas;

  private Tables(Path folder, ExperimentPlan plan, Opening opening) throws StoreException {
    this.folder = folder;
    boolean isComplete = false;
    try {
      trials = open(opening, folder, TrialColumns.TABLE);
      stages = open(opening, folder, StageColumns.TABLE);
      classes = open(opening, folder, ClassColumns.TABLE);
      timeline = open(opening, folder, SecondColumns.TABLE);
      resources = open(opening, folder, ResourceColumns.TABLE);
      capacity =
          plan.capacity().isPresent()
              ? Optional.of(open(opening, folder, CapacityColumns.TABLE))
              : Optional.empty();
      events =
          plan.hasFaults()
              ? Optional.of(open(opening, folder, EventColumns.TABLE))
              : Optional.empty();
      recovery =
          plan.hasFaults()
              ? Optional.of(open(opening, folder, RecoveryColumns.TABLE))
              : Optional.empty();
      replicas =
          plan.hasReplicas()
              ? Optional.of(open(opening, folder, ReplicaColumns.TABLE))
              : Optional.empty();
      isComplete = true;
    } finally {
      if (!isComplete) {
        closeQuietly();
      }
    }
  }

  /** New ones, those that the plan has rows for. */
  static Tables create(Path folder, ExperimentPlan plan) throws StoreException {
    return new Tables(folder, plan, TableFile::create);
  }

  /** Those of an earlier process. */
  static Tables reopen(Path folder, ExperimentPlan plan) throws StoreException {
    return new Tables(folder, plan, TableFile::reopen);
  }

  TableFile<TrialRecord> trials() {
    return trials;
  }

  TableFile<StageRecord> stages() {
    return stages;
  }

  TableFile<ClassRecord> classes() {
    return classes;
  }

  TableFile<SecondRecord> timeline() {
    return timeline;
  }

  TableFile<ResourceRecord> resources() {
    return resources;
  }

  /** Empty where the run is no search. */
  Optional<TableFile<CapacityRecord>> capacity() {
    return capacity;
  }

  /** Empty where the plan has no faults. */
  Optional<TableFile<EventRecord>> events() {
    return events;
  }

  /** Likewise. */
  Optional<TableFile<RecoveryRecord>> recovery() {
    return recovery;
  }

  /** Empty where no variant has replicas. */
  Optional<TableFile<ReplicaRecord>> replicas() {
    return replicas;
  }

  /** Made when the first row comes: only a run by several agents has it. */
  TableFile<AgentRecord> agents() throws StoreException {
    if (agents.isEmpty()) {
      agents = Optional.of(open(TableFile::open, folder, AgentColumns.TABLE));
    }
    return agents.get();
  }

  private <R> TableFile<R> open(Opening opening, Path folder, TableSpec<R> spec)
      throws StoreException {
    TableFile<R> table = opening.open(folder, spec);
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
    <R> TableFile<R> open(Path folder, TableSpec<R> spec) throws StoreException;
  }
}
