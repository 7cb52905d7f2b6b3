package org.boardbench.view.metrics.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.store.StageRow;
import org.boardbench.store.TrialId;
import org.boardbench.trial.events.EventConsumer;
import org.boardbench.trial.events.RunEvent;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.SeriesLabels;

/**
 * What is to be shown of a run at any moment: the trial under way, its stage, and for a while the
 * stages that have ended, so that who scrapes gets their totals. Thread-safe; no lock is held while
 * a page is written or sent.
 */
final class LiveRun implements EventConsumer<RunEvent> {
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
  public String name() {
    return "Live metrics";
  }

  @Override
  public synchronized void accept(RunEvent event) {
    switch (event) {
      case RunEvent.RunStarted run -> runId = run.runId();
      case RunEvent.TrialStarted(TrialId id, String _) ->
          trial = new LiveTrial(SeriesLabels.of(runId, id), wallClockMs.getAsLong());
      case RunEvent.StageStarted stage -> start(stage);
      case RunEvent.StageProgressed(Progress progress) -> trial.progress(progress);
      case RunEvent.ResourcesSampled(ResourceSnapshot snapshot, Traffic traffic) ->
          sampled(snapshot, traffic);
      case RunEvent.StageEnded(StageRow row) ->
          stages.getLast().ended(row.result(), nowNs.getAsLong());
      case RunEvent.TrialEnded _ -> {
        trial = null;
        stages.forEach(stage -> stage.brokenOff(nowNs.getAsLong()));
      }
      case RunEvent.Preparation _,
          RunEvent.Noted _,
          RunEvent.DriverWarmUpStarted _,
          RunEvent.RunEnded _ -> {}
    }
  }

  /** The last second of a trial may be told after its end. */
  private void sampled(ResourceSnapshot snapshot, Traffic traffic) {
    if (trial != null) {
      trial.sampled(snapshot, traffic);
    }
  }

  /** A warm-up's messages are thrown away: they are not shown either. */
  private void start(RunEvent.StageStarted stage) {
    forgetWhatIsLongOver(); // here too: perhaps nobody ever asks for a page
    trial.stageStarted(stage.number(), stage.stage(), wallClockMs.getAsLong());
    if (stage.number() > 0) {
      stages.add(new LiveStage(trial.subject().stage(stage.number()), stage.snapshot()));
    }
  }

  /** Everything there is to show now. */
  synchronized MetricsPage page() {
    forgetWhatIsLongOver();
    MetricsPage page = MetricsPage.now();
    page.addBuild(version);
    if (trial != null) {
      trial.addTo(page);
    }
    stages.forEach(stage -> stage.addTo(page));
    return page;
  }

  private void forgetWhatIsLongOver() {
    long gone = nowNs.getAsLong() - ENDED_STAGES_STAY.toNanos();
    stages.removeIf(stage -> stage.hasEndedBefore(gone));
  }
}
