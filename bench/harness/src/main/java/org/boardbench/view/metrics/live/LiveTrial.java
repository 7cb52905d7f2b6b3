package org.boardbench.view.metrics.live;

import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.driver.LoadDriver.Traffic;
import org.boardbench.driver.stage.DriverListener.Progress;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.host.sampling.ResourceWindow;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.view.metrics.Metric;
import org.boardbench.view.metrics.MetricsPage;
import org.boardbench.view.metrics.ResourceMetric;
import org.boardbench.view.metrics.SeriesLabels;

/** The trial under way: what it is at, who has joined, and what its components use. */
final class LiveTrial {
  private static final List<String> PHASES = List.of("ramp", "hold", "drain");

  private final SeriesLabels trial;
  private final long startedMs;
  private SeriesLabels stage;
  private StageSpec stageSpec;
  private long stageStartedMs;
  private Progress progress;
  private ResourceSnapshot earlier;
  private ResourceSnapshot latest;
  private Traffic traffic;

  LiveTrial(SeriesLabels trial, long startedMs) {
    this.trial = trial;
    this.startedMs = startedMs;
  }

  void stageStarted(int number, StageSpec spec, long nowMs) {
    stage = trial.stage(number);
    stageSpec = spec;
    stageStartedMs = nowMs;
    progress = null;
  }

  SeriesLabels subject() {
    return trial;
  }

  void progress(Progress latestProgress) {
    progress = latestProgress;
  }

  void sampled(ResourceSnapshot snapshot, Traffic crossed) {
    earlier = latest;
    latest = snapshot;
    traffic = crossed;
  }

  void addTo(MetricsPage page) {
    page.add(Metric.TRIAL_STARTED, trial, startedMs / 1e3);
    if (stage != null) {
      addStage(page);
    }
    if (latest != null) {
      addResources(page);
    }
    if (earlier != null) {
      addHealth(page, new ResourceWindow(earlier, latest));
    }
  }

  private void addStage(MetricsPage page) {
    page.add(Metric.STAGE_STARTED, stage, stageStartedMs / 1e3);
    page.add(Metric.STAGE_USERS, stage, stageSpec.users());
    if (progress != null) {
      page.add(Metric.USERS_JOINED, trial, progress.users());
      for (String phase : PHASES) {
        page.add(Metric.STAGE_PHASE, stage.phase(phase), progress.phase().equals(phase) ? 1 : 0);
      }
    }
  }

  private void addResources(MetricsPage page) {
    for (ResourceUsage usage : latest.usages()) {
      SeriesLabels component = trial.component(usage.component());
      for (ResourceMetric metric : ResourceMetric.ALL) {
        page.add(metric.metric(), component, metric.of(usage));
      }
    }
    // The server's network is what crossed the users' sockets, seen from the server.
    SeriesLabels server = trial.component(Component.SERVER);
    page.add(Metric.NETWORK_RECEIVED, server, traffic.txBytes());
    page.add(Metric.NETWORK_SENT, server, traffic.rxBytes());
  }

  private void addHealth(MetricsPage page, ResourceWindow second) {
    page.add(Metric.DRIVER_RUN_DELAY, trial, ratio(second.driverRunDelayPct()));
    page.add(Metric.MACHINE_IDLE, trial, ratio(second.machineIdlePct()));
    page.add(Metric.MACHINE_STEAL, trial, ratio(second.stealPct()));
  }

  private static OptionalDouble ratio(OptionalDouble pct) {
    return pct.isPresent() ? OptionalDouble.of(pct.getAsDouble() / 100) : pct;
  }
}
