package org.boardbench.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.cli.exit.ExitStatus;
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
import org.boardbench.results.column.TrialColumns;
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

  private List<JudgedThreshold> judged(List<EndedTrial> trials) {
    ExperimentPlan plan = request.plan();
    RunStarts starts =
        RunStarts.of(trials.stream().flatMap(trial -> trial.rows().stream()).toList());
    return new ThresholdJudge(starts, confidence)
        .judge(
            plan.thresholds(),
            plan.variants().stream().map(Variant::name).toList(),
            plan.stages().stream().map(StageSpec::users).distinct().toList());
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
              rows));
    }
    return trials;
  }
}
