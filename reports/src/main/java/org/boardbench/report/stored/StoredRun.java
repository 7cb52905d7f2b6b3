package org.boardbench.report.stored;

import java.util.List;
import org.boardbench.findings.capacity.SearchSoFar;
import org.boardbench.findings.recovery.FaultNames;
import org.boardbench.findings.recovery.StoredFault;
import org.boardbench.findings.starts.FailedStart;
import org.boardbench.findings.starts.FaultedStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.RecoveryRecord;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.Interval;
import tools.jackson.databind.JsonNode;

/**
 * What one execution of an experiment left on disk: for each target and repetition the last
 * attempt, with the stages that it finished. What is incomplete or was left out, and why, is in the
 * notes.
 *
 * @param name the folder's name
 * @param manifest {@code run.json}
 * @param trials finished at least one stage; in the file's order, as all rows
 * @param classes of those stages; none in runs of earlier versions
 * @param events faults of those stages; none in most runs
 * @param recoveries what followed those that came
 * @param replicas users of each second and replica in those stages; none where no server has
 *     several
 * @param capacities what a search for them has found; none of a run that lists its stages
 * @param failed the last attempts that failed, also those that finished no stage
 * @param notes for the reader of a report, one sentence each
 * @param felt what a browser felt in those stages; none in most runs
 * @param profiles what the CPU time of profiled trials went into, whose stages are not among the
 *     others; none in most runs
 */
public record StoredRun(
    String name,
    JsonNode manifest,
    List<StoredTrial> trials,
    List<StoredStage> stages,
    List<StoredRow<ClassRecord>> classes,
    List<StoredSecond> seconds,
    List<StoredRow<ResourceRecord>> resources,
    List<StoredRow<EventRecord>> events,
    List<StoredRow<RecoveryRecord>> recoveries,
    List<StoredRow<ReplicaRecord>> replicas,
    List<CapacityRecord> capacities,
    List<FailedStart> failed,
    List<String> notes,
    List<StoredRow<FeltRecord>> felt,
    List<ProfiledStage> profiles) {
  /** One in which nothing was made to fail, no server had replicas, and nobody looked on. */
  public StoredRun(
      String name,
      JsonNode manifest,
      List<StoredTrial> trials,
      List<StoredStage> stages,
      List<StoredRow<ClassRecord>> classes,
      List<StoredSecond> seconds,
      List<StoredRow<ResourceRecord>> resources,
      List<CapacityRecord> capacities,
      List<FailedStart> failed,
      List<String> notes) {
    this(
        name,
        manifest,
        trials,
        stages,
        classes,
        seconds,
        resources,
        List.of(),
        List.of(),
        List.of(),
        capacities,
        failed,
        notes,
        List.of(),
        List.of());
  }

  public StoredRun {
    trials = List.copyOf(trials);
    stages = List.copyOf(stages);
    classes = List.copyOf(classes);
    seconds = List.copyOf(seconds);
    resources = List.copyOf(resources);
    events = List.copyOf(events);
    recoveries = List.copyOf(recoveries);
    replicas = List.copyOf(replicas);
    capacities = List.copyOf(capacities);
    failed = List.copyOf(failed);
    notes = List.copyOf(notes);
    felt = List.copyOf(felt);
    profiles = List.copyOf(profiles);
  }

  /** The names of those that have rows, or a start that failed before it had any. */
  public List<String> variants() {
    return starts().started();
  }

  /** Its starts, as findings look at them. */
  public RunStarts starts() {
    return RunStarts.of(stages, failed, FaultedStages.of(manifest.path("plan")));
  }

  /** What is known of variants whose search for capacities was broken off in its confirmations. */
  public List<CapacityRecord> unconfirmed() {
    return new SearchSoFar(capacities, manifest.path("plan")).results();
  }

  /** What was made to fail, with what followed it. */
  public List<StoredFault> faults() {
    return StoredFault.of(
        faultNames(), stages, events, recoveries, seconds.stream().map(StoredSecond::row).toList());
  }

  /** What its faults are called. */
  public FaultNames faultNames() {
    return new FaultNames(manifest.path("plan"));
  }

  /**
   * Whether it looked for capacities, so that a stage's number says nothing: each start went
   * through loads of its own.
   */
  public boolean isSearch() {
    return manifest.path("plan").has("capacity");
  }

  /** Of the run's intervals: 0.95, unless a rule ended the run by what it saw. */
  public double confidence() {
    return manifest.path("stopping").path("confidence").asDouble(Interval.CONFIDENCE);
  }

  /** The id of the calibration that it leans on; empty where it leans on none. */
  public String calibration() {
    return manifest.at("/calibration/run_id").asString("");
  }

  /** Repetitions of the target that has most of them. */
  public int repetitions() {
    return (int)
        trials.stream()
            .mapToLong(t -> trials.stream().filter(o -> o.target().equals(t.target())).count())
            .max()
            .orElse(0);
  }
}
