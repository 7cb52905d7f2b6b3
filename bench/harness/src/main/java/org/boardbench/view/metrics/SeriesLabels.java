package org.boardbench.view.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import org.boardbench.account.record.Phase;
import org.boardbench.store.TrialId;

/** What a series is about: a trial of a run, or a part of one. */
public record SeriesLabels(Labels labels) {
  /** A whole trial. */
  public static SeriesLabels of(String runId, TrialId trial) {
    return of(runId, trial.target(), trial.id());
  }

  /** A whole trial, by the names that results have for it. */
  public static SeriesLabels of(String runId, String target, String trialId) {
    return new SeriesLabels(Labels.of("run", runId, "target", target, "trial", trialId));
  }

  /** {@code number} counts from 1; 0 for the warm-up. */
  public SeriesLabels stage(int number) {
    return with("stage", Integer.toString(number));
  }

  /** The messages of one kind. */
  public SeriesLabels phase(Phase.Kind kind) {
    return phase(kind.name().toLowerCase(Locale.ROOT));
  }

  /** A part of a stage's time: {@code ramp}, {@code hold} or {@code drain}. */
  public SeriesLabels phase(String name) {
    return with("phase", name);
  }

  /** {@code server}, {@code driver}, or a companion's name. */
  public SeriesLabels component(String name) {
    return with("component", name);
  }

  private SeriesLabels with(String name, String value) {
    return new SeriesLabels(labels.add(name, value));
  }
}
