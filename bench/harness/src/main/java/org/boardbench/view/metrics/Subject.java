package org.boardbench.view.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import org.boardbench.account.record.Phase;
import org.boardbench.store.TrialId;

/** What a series is about: a trial of a run, or a part of one. */
public record Subject(Labels labels) {
  /** A whole trial. */
  public static Subject of(String runId, TrialId trial) {
    return of(runId, trial.target(), trial.id());
  }

  /** A whole trial, by the names that results have for it. */
  public static Subject of(String runId, String target, String trialId) {
    return new Subject(Labels.of("run", runId, "target", target, "trial", trialId));
  }

  /** {@code number} counts from 1; 0 for the warm-up. */
  public Subject stage(int number) {
    return with("stage", Integer.toString(number));
  }

  /** The messages of one kind. */
  public Subject phase(Phase.Kind kind) {
    return phase(kind.name().toLowerCase(Locale.ROOT));
  }

  /** A part of a stage's time: {@code ramp}, {@code hold} or {@code drain}. */
  public Subject phase(String name) {
    return with("phase", name);
  }

  /** {@code server}, {@code driver}, or a companion's name. */
  public Subject component(String name) {
    return with("component", name);
  }

  private Subject with(String name, String value) {
    return new Subject(labels.add(name, value));
  }
}
