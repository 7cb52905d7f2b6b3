package org.boardbench.report.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.Attempts;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.ProfileTrials;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.OneLine;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.FeltColumns;
import org.boardbench.results.column.ProfileColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.column.ReplicaColumns;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;
import org.boardbench.results.table.TableSpec;
import tools.jackson.databind.JsonNode;

/** Reads a results folder, strictly: what it does not understand, it refuses by name. */
public final class RunReader {
  private static final Set<String> STATUSES =
      Set.of(TrialRecord.OK, TrialRecord.FAILED, "interrupted");

  private final Path folder;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, FailedStart> failed = new LinkedHashMap<>();

  private RunReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the run that is stored in {@code folder}.
   *
   * @throws StoreException when the folder holds no run, when a file lacks a column or has a cell
   *     that cannot be read, or when no trial finished a stage
   */
  public static StoredRun read(Path folder) throws StoreException {
    return read(folder, true);
  }

  /** The same without seconds, resources and classes, which take most of the time. */
  public static StoredRun readTrialsAndStages(Path folder) throws StoreException {
    return read(folder, false);
  }

  private static StoredRun read(Path folder, boolean isWhole) throws StoreException {
    if (!Files.isDirectory(folder)) {
      throw new StoreException(folder + ": no such folder");
    }
    try {
      return new RunReader(folder).run(isWhole);
    } catch (StoreException e) {
      throw new StoreException(folder + ": " + e.getMessage());
    }
  }

  private StoredRun run(boolean isWhole) throws StoreException {
    JsonNode manifest =
        JsonManifest.read(
            folder.resolve(FileNames.RUN),
            "not the folder of a run: " + FileNames.RUN + " is missing");
    Format.check(manifest, FileNames.RUN + ":", Format.RUN);
    List<StoredStage> stored = stages();
    ProfileTrials profiled = ProfileTrials.of(manifest.path("plan"), stored);
    List<StoredTrial> attempts = trials();
    List<StoredTrial> all =
        attempts.stream().filter(t -> !profiled.has(t.id(), t.repetition())).toList();
    List<StoredStage> stages =
        stored.stream().filter(s -> !profiled.has(s.trialId(), s.repetition())).toList();
    Set<String> measured = measured(stages);
    Set<String> last = counted(all, measured);
    List<StoredTrial> shown =
        all.stream().filter(t -> last.contains(t.id()) && measured.contains(t.id())).toList();
    note(all, last, measured);
    notes.addAll(LauncherNotes.of(manifest));
    if (shown.isEmpty()) {
      throw new StoreException(
          "stages.csv: no stage of any of the "
              + all.size()
              + " trials in trials.csv, so nothing to report");
    }
    Set<String> ids = shown.stream().map(StoredTrial::id).collect(Collectors.toSet());
    return new StoredRun(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        manifest,
        shown,
        stages.stream().filter(s -> ids.contains(s.trialId())).toList(),
        isWhole ? classes(ids, stages) : List.of(),
        isWhole ? seconds(ids) : List.of(),
        isWhole ? resources(ids) : List.of(),
        isWhole ? events(ids, stages) : List.of(),
        isWhole ? recoveries(ids) : List.of(),
        isWhole ? replicas(ids) : List.of(),
        isWhole ? capacities() : List.of(),
        failed.entrySet().stream()
            .filter(start -> last.contains(start.getKey()))
            .map(Map.Entry::getValue)
            .toList(),
        notes,
        isWhole ? felt(ids, stages) : List.of(),
        isWhole ? profiles(attempts, profiled, stored) : List.of());
  }

  private List<ProfiledStage> profiles(
      List<StoredTrial> attempts, ProfileTrials profiled, List<StoredStage> stages)
      throws StoreException {
    if (Files.notExists(folder.resolve(ProfileColumns.TABLE.fileName()))) {
      return List.of(); // nobody asked for any
    }
    List<StoredTrial> own =
        attempts.stream().filter(t -> profiled.has(t.id(), t.repetition())).toList();
    return new ProfileReader(folder)
        .stages(rows(ProfileColumns.TABLE), counted(own, measured(stages)));
  }

  /** Trials that have rows. */
  private static Set<String> measured(List<StoredStage> stages) {
    return stages.stream().map(StoredStage::trialId).collect(Collectors.toSet());
  }

  /** The trial that counts for each target and repetition. */
  private static Set<String> counted(List<StoredTrial> all, Set<String> measured) {
    return Attempts.counted(
            all,
            trial -> List.of(trial.target(), trial.repetition()),
            trial -> isIdle(trial, measured))
        .stream()
        .map(StoredTrial::id)
        .collect(Collectors.toSet());
  }

  /** Whether somebody ended it before it had anything to say. */
  private static boolean isIdle(StoredTrial trial, Set<String> measured) {
    return trial.isInterrupted() && !measured.contains(trial.id());
  }

  private void note(List<StoredTrial> all, Set<String> last, Set<String> measured) {
    for (StoredTrial trial : all) {
      String ending = trial.id() + " " + trial.status() + reason(trial);
      if (!last.contains(trial.id()) && !isIdle(trial, measured)) {
        notes.add("Left out: " + ending + "; a later attempt took its place.");
      } else if (!measured.contains(trial.id())) {
        notes.add("Left out: " + ending + ".");
      } else if (!trial.isOk()) {
        notes.add("Incomplete: " + ending + "; the stages that it finished are shown.");
      }
    }
    Set<String> unfinished = new TreeSet<>(measured);
    all.forEach(t -> unfinished.remove(t.id()));
    unfinished.forEach(
        id -> notes.add("Left out: " + id + " has stages but no end in trials.csv."));
  }

  private static String reason(StoredTrial trial) {
    String reason = OneLine.of(trial.reason());
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }

  private <R> List<StoredRow<R>> rows(TableSpec<R> spec) throws StoreException {
    StoredTable<R> table = StoredTable.read(folder, spec);
    if (table.isTorn()) {
      notes.add(tornNote(spec));
    }
    return table.rows();
  }

  /** What readers of a report are told when a process has died while it wrote. */
  static String tornNote(TableSpec<?> spec) {
    return "The last line of " + spec.fileName() + " is cut off and was not read.";
  }

  private List<StoredTrial> trials() throws StoreException {
    List<StoredTrial> trials = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StoredRow<TrialRecord> row : rows(TrialColumns.TABLE)) {
      StoredTrial trial = StoredTrial.of(row);
      if (!STATUSES.contains(trial.status())) {
        throw row.mustBe(TrialColumns.STATUS, "ok, failed or interrupted");
      }
      if (!trial.id().matches("[A-Za-z0-9][A-Za-z0-9._@-]*")) {
        // It becomes part of a file's name.
        throw row.mustBe(TrialColumns.TRIAL_ID, "letters, digits, . _ @ -");
      }
      if (!seen.add(trial.id())) {
        throw row.problem(TrialColumns.TRIAL_ID, "appears twice: \"" + trial.id() + "\"");
      }
      trials.add(trial);
      if (FailedStart.isOne(row)) {
        failed.put(trial.id(), FailedStart.of(row));
      }
    }
    return trials;
  }

  private List<StoredStage> stages() throws StoreException {
    List<StoredStage> stages = new ArrayList<>();
    for (StoredRow<StageRecord> row : rows(StageColumns.TABLE)) {
      stages.add(StoredStage.of(row));
    }
    return stages;
  }

  /** A crash may leave classes of a stage that has no row. */
  private List<StoredRow<ClassRecord>> classes(Set<String> trials, List<StoredStage> stages)
      throws StoreException {
    if (Files.notExists(folder.resolve(ClassColumns.TABLE.fileName()))) {
      return List.of(); // a run of an earlier version
    }
    Set<List<Object>> finished = finished(stages);
    return rows(ClassColumns.TABLE).stream()
        .filter(row -> trials.contains(row.text(ClassColumns.TRIAL_ID)))
        .filter(row ->
            finished.contains(
                List.<Object>of(row.text(ClassColumns.TRIAL_ID), row.number(ClassColumns.STAGE))))
        .toList();
  }

  private static Set<List<Object>> finished(List<StoredStage> stages) {
    return stages.stream()
        .map(stage -> List.<Object>of(stage.trialId(), stage.stage()))
        .collect(Collectors.toSet());
  }

  /** Likewise. */
  private List<StoredRow<EventRecord>> events(Set<String> trials, List<StoredStage> stages)
      throws StoreException {
    if (Files.notExists(folder.resolve(EventColumns.TABLE.fileName()))) {
      return List.of(); // nothing was made to fail
    }
    Set<List<Object>> finished = finished(stages);
    return rows(EventColumns.TABLE).stream()
        .filter(row -> trials.contains(row.text(EventColumns.TRIAL_ID)))
        .filter(row ->
            finished.contains(
                List.<Object>of(row.text(EventColumns.TRIAL_ID), row.number(EventColumns.STAGE))))
        .toList();
  }

  /** Those of stages that have no row belong to no event. */
  private List<StoredRow<RecoveryRecord>> recoveries(Set<String> trials) throws StoreException {
    return Files.notExists(folder.resolve(RecoveryColumns.TABLE.fileName()))
        ? List.of()
        : rows(RecoveryColumns.TABLE).stream()
            .filter(row -> trials.contains(row.text(RecoveryColumns.TRIAL_ID)))
            .toList();
  }

  private List<StoredRow<ReplicaRecord>> replicas(Set<String> trials) throws StoreException {
    if (Files.notExists(folder.resolve(ReplicaColumns.TABLE.fileName()))) {
      return List.of(); // no server has several
    }
    return rows(ReplicaColumns.TABLE).stream()
        .filter(row -> trials.contains(row.text(ReplicaColumns.TRIAL_ID)))
        .toList();
  }

  /** Likewise, of browsers that looked on. */
  private List<StoredRow<FeltRecord>> felt(Set<String> trials, List<StoredStage> stages)
      throws StoreException {
    if (Files.notExists(folder.resolve(FeltColumns.TABLE.fileName()))) {
      return List.of(); // no browser looked on
    }
    Set<List<Object>> finished = finished(stages);
    return rows(FeltColumns.TABLE).stream()
        .filter(row -> trials.contains(row.text(FeltColumns.TRIAL_ID)))
        .filter(row ->
            finished.contains(
                List.<Object>of(row.text(FeltColumns.TRIAL_ID), row.number(FeltColumns.STAGE))))
        .toList();
  }

  private List<CapacityRecord> capacities() throws StoreException {
    StoredCapacities stored = StoredCapacities.read(folder);
    if (stored.isTorn()) {
      notes.add(tornNote(CapacityColumns.TABLE));
    }
    return stored.rows();
  }

  private List<StoredSecond> seconds(Set<String> trials) throws StoreException {
    return rows(SecondColumns.TABLE).stream()
        .map(row -> new StoredSecond(row, true))
        .filter(second -> trials.contains(second.trialId()))
        .toList();
  }

  private List<StoredRow<ResourceRecord>> resources(Set<String> trials) throws StoreException {
    return rows(ResourceColumns.TABLE).stream()
        .filter(row -> trials.contains(row.text(ResourceColumns.TRIAL_ID)))
        .toList();
  }
}
