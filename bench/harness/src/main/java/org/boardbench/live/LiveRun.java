package org.boardbench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.boardbench.driver.DriverListener.Progress;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.measure.StageGlance;
import org.boardbench.metrics.MetricsPage;
import org.boardbench.metrics.Subject;
import org.boardbench.plan.StageSpec;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.store.TrialRow;
import org.boardbench.target.ResourceSnapshot;
import org.boardbench.trial.RunListener;

/**
 * What is to be shown of a run at any moment: the trial under way, its stage, and for a while the
 * stages that have ended, so that who scrapes gets their totals. Thread-safe; no lock is held while
 * a page is written or sent.
 */
final class LiveRun implements RunListener {
  /** Twice what scrapers usually leave between two scrapes. */
  private static final Duration ENDED_STAGES_STAY = Duration.ofSeconds(30);

  private final String version;
  private final LongSupplier nowNs;
  private final LongSupplier wallClockMs;
  private final List<LiveStage> stages = new ArrayList<>();
  private String runId = "";
  private LiveTrial trial;

  /**
   * @param nowNs any monotonic clock
   * @param wallClockMs ms of the Unix epoch
   */
  LiveRun(String version, LongSupplier nowNs, LongSupplier wallClockMs) {
    this.version = version;
    this.nowNs = nowNs;
    this.wallClockMs = wallClockMs;
  }

  @Override
  public synchronized void runNamed(String id) {
    runId = id;
  }

  @Override
  public synchronized void trialStarted(TrialId id) {
    trial = new LiveTrial(Subject.of(runId, id), wallClockMs.getAsLong());
  }

  @Override
  public synchronized void stageStarted(int number, StageSpec stage) {
    trial.stageStarted(number, stage, wallClockMs.getAsLong());
  }

  /** A warm-up's messages are thrown away: they are not shown either. */
  @Override
  public synchronized void stageOpened(int number, Supplier<StageGlance> glance) {
    if (number > 0) {
      stages.add(new LiveStage(trial.subject().stage(number), glance));
    }
  }

  @Override
  public synchronized void progress(Progress progress) {
    trial.progress(progress);
  }

  @Override
  public synchronized void sampled(ResourceSnapshot snapshot, Traffic traffic) {
    if (trial != null) {
      trial.sampled(snapshot, traffic);
    }
  }

  @Override
  public synchronized void stageEnded(StageRow stage) {
    stages.getLast().ended(stage.result(), nowNs.getAsLong());
  }

  @Override
  public synchronized void trialEnded(TrialRow row) {
    trial = null;
    stages.forEach(stage -> stage.brokenOff(nowNs.getAsLong()));
  }

  /** Everything there is to show now. */
  synchronized MetricsPage page() {
    long gone = nowNs.getAsLong() - ENDED_STAGES_STAY.toNanos();
    stages.removeIf(stage -> stage.hasEndedBefore(gone));
    MetricsPage page = MetricsPage.now();
    page.addBuild(version);
    if (trial != null) {
      trial.addTo(page);
    }
    stages.forEach(stage -> stage.addTo(page));
    return page;
  }
}
