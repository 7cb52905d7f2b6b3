package org.boardbench.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.findings.starts.ClassRows;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.summary.EndedRun;
import org.boardbench.findings.summary.EndedTrial;
import org.boardbench.findings.threshold.Judged;
import org.boardbench.findings.threshold.JudgedThreshold;
import org.boardbench.findings.threshold.Judgement;
import org.boardbench.findings.threshold.ThresholdJudge;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StoredResults;

/**
 * A run's last word: what it skipped, what its thresholds say, its exit status, and the files for
 * programs.
 */
public final class RunEnd {
  private final RunRequest request;
  private final String runId;
  private final StoredResults results;
  private final List<StoredRow<ClassRecord>> classes;
  private final double confidence;

  /**
   * Reads what the run has stored.
   *
   * @param folder the run's
   * @throws IOException when its files cannot be read
   */
  public RunEnd(RunRequest request, String runId, Path folder) throws IOException {
    this.request = request;
    this.runId = runId;
    results = StoredResults.read(folder);
    boolean isAskedForClasses =
        request.plan().thresholds().stream().anyMatch(one -> one.messageClass().isPresent());
    classes = isAskedForClasses ? StoredResults.rows(folder, ClassColumns.TABLE) : List.of();
    confidence = ResultStore.confidenceOf(folder);
  }

  /**
   * Tells it.
   *
   * @param status what the trials made of it: a broken threshold changes {@link ExitStatus#OK} only
   * @return the exit status
   * @throws IOException when a file for programs cannot be written
   */
  public int tell(int status, PrintStream out) throws IOException {
    List<EndedTrial> trials = trials();
    request.skipped().forEach(variant -> out.println(variant.line()));
    List<JudgedThreshold> judged = judged(trials);
    Judged.lines(judged, "thresholds").forEach(out::println);
    boolean isBroken = judged.stream().anyMatch(one -> one.judgement() == Judgement.BROKEN);
    int ended = isBroken && status == ExitStatus.OK ? ExitStatus.BROKEN : status;
    SummaryFiles.write(request, new EndedRun(runId, confidence, trials, judged, ended));
    return ended;
  }

  /** In the plan's order; those of a message class by its rows alone. */
  private List<JudgedThreshold> judged(List<EndedTrial> trials) {
    ExperimentPlan plan = request.plan();
    List<StoredStage> all = trials.stream().flatMap(EndedTrial::counted).toList();
    List<String> variants = plan.variants().stream().map(Variant::name).toList();
    List<Integer> loads = plan.stages().stream().map(StageSpec::users).distinct().toList();
    return plan.thresholds().stream()
        .flatMap(threshold ->
            new ThresholdJudge(
                    RunStarts.of(
                        threshold.messageClass().map(name -> ofClass(all, name)).orElse(all)),
                    confidence)
                .judge(List.of(threshold), variants, loads).stream())
        .toList();
  }

  private List<StoredStage> ofClass(List<StoredStage> stages, String messageClass) {
    return stages.stream()
        .flatMap(stage ->
            classes.stream()
                .filter(row -> row.text(ClassColumns.MESSAGE_CLASS).equals(messageClass))
                .filter(row -> row.text(ClassColumns.TRIAL_ID).equals(stage.trialId()))
                .filter(row -> row.number(ClassColumns.STAGE) == stage.stage())
                .map(row -> ClassRows.of(row, stage)))
        .toList();
  }

  private List<EndedTrial> trials() throws IOException {
    List<EndedTrial> trials = new ArrayList<>();
    for (StoredRow<TrialRecord> trial : results.trials()) {
      String id = trial.text(TrialColumns.TRIAL_ID);
      List<StoredStage> rows = new ArrayList<>();
      for (StoredRow<StageRecord> row : results.stages()) {
        StoredStage stage = StoredStage.of(row);
        if (stage.trialId().equals(id)) {
          rows.add(stage);
        }
      }
      trials.add(
          new EndedTrial(
              id,
              trial.text(TrialColumns.TARGET),
              trial.text(TrialColumns.STATUS),
              trial.text(TrialColumns.REASON),
              results.isProfiled(trial),
              rows));
    }
    return trials;
  }
}
