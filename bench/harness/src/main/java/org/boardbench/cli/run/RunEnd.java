package org.boardbench.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.cli.exit.ExitStatus;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.summary.EndedTrial;
import org.boardbench.findings.summary.RunSummary;
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
import org.boardbench.store.StoredResults;

/** A run's last word: what its thresholds say, its exit status, and the files for programs. */
public final class RunEnd {
  private final RunRequest request;
  private final String runId;
  private final StoredResults results;

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
    List<JudgedThreshold> judged = judged(trials);
    lines(judged).forEach(out::println);
    boolean isBroken = judged.stream().anyMatch(one -> one.judgement() == Judgement.BROKEN);
    int ended = isBroken && status == ExitStatus.OK ? ExitStatus.BROKEN : status;
    SummaryFiles.write(request, new RunSummary(runId, trials, judged, ended));
    return ended;
  }

  private List<JudgedThreshold> judged(List<EndedTrial> trials) {
    ExperimentPlan plan = request.plan();
    RunStarts starts =
        RunStarts.of(trials.stream().flatMap(trial -> trial.rows().stream()).toList());
    return new ThresholdJudge(starts)
        .judge(
            plan.thresholds(),
            plan.variants().stream().map(Variant::name).toList(),
            plan.stages().stream().map(StageSpec::users).distinct().toList());
  }

  /** All that does not hold, the broken first, and how many do. */
  private static List<String> lines(List<JudgedThreshold> judged) {
    List<String> lines = new ArrayList<>();
    for (Judgement kind : List.of(Judgement.BROKEN, Judgement.NOT_DECIDED, Judgement.NOT_JUDGED)) {
      judged.stream()
          .filter(one -> one.judgement() == kind)
          .map(one -> "Threshold: " + one.words())
          .forEach(lines::add);
    }
    if (!judged.isEmpty()) {
      long held = judged.stream().filter(one -> one.judgement() == Judgement.HOLDS).count();
      lines.add(held + " of " + judged.size() + " thresholds hold.");
    }
    return lines;
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
