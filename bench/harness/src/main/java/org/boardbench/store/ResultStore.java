package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.row.AgentFigures;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.FaultEvent;
import org.boardbench.results.row.RecoveryFigures;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.row.ReplicaSecond;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.store.calibration.CalibrationChoice;
import org.boardbench.store.file.RunFolder;
import org.boardbench.store.origin.RunOrigin;
import tools.jackson.databind.JsonNode;

/**
 * The folder of one run. What a method has appended is on the disk when it returns, so that a crash
 * loses at most what was being measured. One store at a time has a run, held by a lock on its
 * {@code trials.csv}. Not thread-safe.
 *
 * <p>Every {@link IOException} is a {@link StoreException} whose message is one line for a person.
 */
public final class ResultStore implements Closeable {
  private final Path folder;
  private final RunOrigin origin;
  private final RunJson runJson;
  private final TrialHistory history;
  private final Tables tables;
  private final RowMapper rows;

  private ResultStore(
      Path folder,
      RunOrigin origin,
      RunJson runJson,
      TrialHistory history,
      Tables tables,
      ExperimentPlan plan) {
    this.folder = folder;
    this.origin = origin;
    this.runJson = runJson;
    this.history = history;
    this.tables = tables;
    this.rows = new RowMapper(runJson.runId(), plan);
  }

  /**
   * A new run.
   *
   * @param results gets a folder named after experiment and start, in UTC
   * @param out the folder to use instead; must be empty or absent
   * @throws InputException when {@code out} has content already
   */
  public static ResultStore create(
      Path results, Optional<Path> out, ExperimentPlan plan, RunOrigin origin)
      throws StoreException, InputException {
    RunFolder created = RunFolder.create(results, out, plan.name(), origin.epoch());
    Path folder = created.path();
    Tables tables = Tables.create(folder, plan);
    RunJson runJson = RunJson.create(folder.resolve(FileNames.RUN), created.runId(), plan, origin);
    createFolder(folder.resolve(FileNames.TRIALS));
    return new ResultStore(folder, origin, runJson, new TrialHistory(), tables, plan);
  }

  /**
   * A run that an earlier process left unfinished. Torn last lines are cut off.
   *
   * @throws InputException when the folder is no run, is in use, or holds another plan's results,
   *     with each difference
   */
  public static ResultStore resume(Path folder, ExperimentPlan plan, RunOrigin origin)
      throws InputException {
    try {
      RunJson runJson = RunJson.read(folder.resolve(FileNames.RUN));
      List<Problem> differences =
          PlanDifference.between(runJson.question(), RunJson.question(plan));
      if (!differences.isEmpty()) {
        throw new InputException(differences);
      }
      return takeUp(folder, runJson, plan, origin);
    } catch (StoreException e) {
      throw notResumable(e);
    }
  }

  private static ResultStore takeUp(
      Path folder, RunJson runJson, ExperimentPlan plan, RunOrigin origin) throws StoreException {
    Tables tables = Tables.reopen(folder, plan);
    try {
      Path trials = folder.resolve(FileNames.TRIALS);
      createFolder(trials);
      TrialHistory history = TrialHistory.read(folder, trials);
      runJson.resumed(plan, origin);
      return new ResultStore(folder, origin, runJson, history, tables, plan);
    } catch (StoreException e) {
      tables.closeQuietly();
      throw e;
    }
  }

  /**
   * The stored plan of a run as the text of an experiment file.
   *
   * @throws InputException when the folder is no run, or the run measured a server that someone
   *     else started: only its user knows whether it is the same one
   */
  public static String experimentOf(Path folder) throws InputException {
    try {
      RunJson runJson = RunJson.read(folder.resolve(FileNames.RUN));
      if (runJson.isExternal()) {
        throw new InputException(
            List.of(new Problem("--resume", "the run measured --url; give its options again")));
      }
      return runJson.plan().toString();
    } catch (StoreException e) {
      throw notResumable(e);
    }
  }

  /** The plan of the run in a folder. */
  public static JsonNode planOf(Path folder) throws StoreException {
    return RunJson.read(folder.resolve(FileNames.RUN)).plan();
  }

  /** Of the intervals that the run in a folder reports: 0.95 unless a rule chose its end. */
  public static double confidenceOf(Path folder) throws StoreException {
    return RunJson.read(folder.resolve(FileNames.RUN)).confidence();
  }

  /** What the machine makes of nothing, by the calibration that the run in a folder leans on. */
  public static NoiseFloors noiseOf(Path folder) throws StoreException {
    String calibration = RunJson.read(folder.resolve(FileNames.RUN)).calibration();
    return NoiseFloors.of(calibration, folder, folder.resolveSibling(""));
  }

  public Path folder() {
    return folder;
  }

  public String runId() {
    return runJson.runId();
  }

  /** What the clock on the wall showed at a moment of the run clock. */
  public Instant momentOf(long runClockNs) {
    return origin.epoch().plusNanos(runClockNs);
  }

  /** True when an attempt at this trial ended with status {@code ok}. */
  public boolean isDone(PlannedTrial trial) {
    return history.isDone(trial);
  }

  /** Names the trial's next attempt and makes its folder. */
  public TrialId begin(PlannedTrial trial) throws StoreException {
    TrialId id = history.next(trial);
    createFolder(trialFolder(id));
    return id;
  }

  /** Where the trial's logs belong. */
  public Path trialFolder(TrialId trial) {
    return folder.resolve(FileNames.TRIALS).resolve(trial.id());
  }

  /** Adds a target's versions and parameters to {@code run.json}, or replaces them. */
  public void append(TargetRecord target) throws StoreException {
    runJson.putTarget(target);
  }

  /** Says in {@code run.json} which variants of the experiment are not in the run, and why. */
  public void skipped(List<SkippedVariant> skipped) throws StoreException {
    runJson.putSkipped(skipped);
  }

  /**
   * Says in {@code run.json} how a target keeps the wire contract.
   *
   * @return whether this is said for the first time
   */
  public boolean manner(String target, boolean reserializes, boolean severalInAFrame)
      throws StoreException {
    return runJson.putManner(target, reserializes, severalInAFrame);
  }

  /** Says in {@code run.json} which calibration the run leans on, or why on none. */
  public void append(CalibrationChoice choice) throws StoreException {
    runJson.putCalibration(choice);
  }

  /** Says in {@code run.json} what the plan's rule decided after a repetition. */
  public void append(int repetition, StoppingRule.Look look) throws StoreException {
    runJson.putLook(repetition, look);
  }

  /** What was decided after a repetition, see {@link RunJson#decided}. */
  public Optional<StoppingRule.Look> decided(int repetition) {
    return runJson.decided(repetition);
  }

  /** Adds a stage with its seconds and histograms; {@code resources} are those of its time. */
  public void append(StageRow stage, List<ComponentSecond> resources) throws StoreException {
    new IntervalLogs(trialFolder(stage.trial()), origin.epoch()).append(stage.result().intervals());
    tables
        .timeline()
        .append(
            stage.result().seconds().stream()
                .map(second -> rows.of(stage.trial(), second))
                .toList());
    tables
        .resources()
        .append(resources.stream().map(used -> rows.of(stage.trial(), used)).toList());
    tables.classes().append(rows.classes(stage));
    // Last, so that a stage that has its row has everything else.
    tables.stages().append(List.of(rows.of(stage)));
  }

  /**
   * Adds the faults of a stage, of which the plan has some; before the stage itself.
   *
   * @param holdNs when its hold began, since the start of the trial's second 0
   */
  public void append(TrialId trial, int stage, long holdNs, List<FaultEvent> faults)
      throws StoreException {
    List<EventRecord> records = new ArrayList<>();
    for (FaultEvent fault : faults) {
      records.add(rows.of(trial, stage, records.size() + 1, holdNs, fault));
    }
    tables.events().orElseThrow().append(records);
  }

  /** Adds what followed one of these faults. */
  public void append(TrialId trial, int stage, int fault, RecoveryFigures recovery)
      throws StoreException {
    tables.recovery().orElseThrow().append(List.of(rows.of(trial, stage, fault, recovery)));
  }

  /** Adds how users were spread over the replicas of a server in a stage's seconds. */
  public void append(TrialId trial, int stage, List<ReplicaSecond> seconds) throws StoreException {
    List<ReplicaRecord> records =
        seconds.stream().flatMap(second -> rows.of(trial, stage, second).stream()).toList();
    if (!records.isEmpty()) {
      tables.replicas().orElseThrow().append(records);
    }
  }

  /** Adds what each of several agents did of a stage; before the stage itself. */
  public void appendAgents(TrialId trial, int stage, List<AgentFigures> agents)
      throws StoreException {
    if (!agents.isEmpty()) {
      tables.agents().append(agents.stream().map(one -> rows.of(trial, stage, one)).toList());
    }
  }

  /** Says in {@code run.json} on which machines the load is made. */
  public void agents(List<FleetMember> members) throws StoreException {
    runJson.putAgents(members);
  }

  /** Adds an attempt that has ended, however it did. */
  public void append(TrialRow trial) throws StoreException {
    tables.trials().append(List.of(rows.of(trial)));
  }

  /** A row as the run's file of stages has it. */
  public StoredRow<StageRecord> stored(StageRow stage) {
    return StageCells.cells(StageColumns.TABLE, rows.of(stage));
  }

  /** Adds what a search for capacities has come to. */
  public void append(List<CapacityRecord> capacities) throws StoreException {
    tables.capacity().orElseThrow().append(capacities);
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }

  /** The folder is what the caller named, so what is wrong with it is wrong with the option. */
  private static InputException notResumable(StoreException e) {
    return new InputException(List.of(new Problem("--resume", e.getMessage())));
  }

  private static void createFolder(Path path) throws StoreException {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw StoreException.writing(path, e);
    }
  }
}
