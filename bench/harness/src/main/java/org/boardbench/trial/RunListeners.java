package org.boardbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.boardbench.driver.DriverListener.Progress;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.measure.StageGlance;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.PlannedTrial;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.CalibrationChoice;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.target.ResourceSnapshot;

/** Several listeners as one; each hears everything, in their order. */
record RunListeners(List<RunListener> all) implements RunListener {
  @Override
  public void calibrationChosen(CalibrationChoice calibration) {
    all.forEach(listener -> listener.calibrationChosen(calibration));
  }

  @Override
  public void runNamed(String runId) {
    all.forEach(listener -> listener.runNamed(runId));
  }

  @Override
  public void buildStarted(String target, Path log) {
    all.forEach(listener -> listener.buildStarted(target, log));
  }

  @Override
  public void imagesOnLocalBases(Map<String, String> bases) {
    all.forEach(listener -> listener.imagesOnLocalBases(bases));
  }

  @Override
  public void mannerSeen(String target, String words) {
    all.forEach(listener -> listener.mannerSeen(target, words));
  }

  @Override
  public void runStarted(ExperimentPlan plan, List<PlannedTrial> trials, Path run) {
    all.forEach(listener -> listener.runStarted(plan, trials, run));
  }

  @Override
  public void driverWarmUpStarted() {
    all.forEach(RunListener::driverWarmUpStarted);
  }

  @Override
  public void trialStarted(TrialId trial) {
    all.forEach(listener -> listener.trialStarted(trial));
  }

  @Override
  public void stageStarted(int number, StageSpec stage) {
    all.forEach(listener -> listener.stageStarted(number, stage));
  }

  @Override
  public void stageOpened(int number, Supplier<StageGlance> glance) {
    all.forEach(listener -> listener.stageOpened(number, glance));
  }

  @Override
  public void progress(Progress progress) {
    all.forEach(listener -> listener.progress(progress));
  }

  @Override
  public void sampled(ResourceSnapshot snapshot, Traffic traffic) {
    all.forEach(listener -> listener.sampled(snapshot, traffic));
  }

  @Override
  public void stageEnded(StageRow stage) {
    all.forEach(listener -> listener.stageEnded(stage));
  }

  @Override
  public void trialEnded(TrialRow trial) {
    all.forEach(listener -> listener.trialEnded(trial));
  }

  @Override
  public void runEnded(Path run) throws IOException {
    for (RunListener listener : all) {
      listener.runEnded(run);
    }
  }
}
