package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.StageRow;

/**
 * Decides what a trial measures next. The same rows always give the same answer: a source keeps no
 * state and does no I/O, so that one serves every trial of a run, and a trial's course can be told
 * again from its rows.
 */
@FunctionalInterface
public interface StageSource {
  /**
   * Asked when the trial begins and after each verdict. The warm-up is no stage and is not asked
   * for.
   *
   * @param rows of the trial's stages so far, in order; none at first
   * @return the stage to run now, with no more users than the plan's most; empty when the trial is
   *     at its end
   */
  Optional<StageSpec> next(List<StageRow> rows);

  /** All stages, where they are known before any has run; empty when they hang on the rows. */
  default Optional<List<StageSpec>> known() {
    return Optional.empty();
  }

  /** These, one after the other, whatever comes of them. */
  static StageSource of(List<StageSpec> stages) {
    return new ListedStages(stages);
  }
}
