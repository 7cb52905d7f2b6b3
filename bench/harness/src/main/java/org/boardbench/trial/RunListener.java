package org.boardbench.trial;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.driver.DriverListener;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;

/** Hears of a run's course, always from the thread that runs it. */
public interface RunListener {
  /** A target is being built; the log gets the build's output. */
  void buildStarted(String target, Path log);

  /** {@code trials} are those still to be run, in their order; {@code done} finished earlier. */
  void runStarted(Path folder, List<PlannedTrial> trials, int done);

  void trialStarted(TrialId trial);

  /** {@code number} counts from 1; 0 for the warm-up. */
  void stageStarted(int number, StageSpec stage);

  void progress(DriverListener.Progress progress);

  void stageEnded(StageRow stage);

  void trialEnded(TrialRow trial);

  /** No further trial will run, be it that all have or that someone broke off. */
  void runEnded();
}
