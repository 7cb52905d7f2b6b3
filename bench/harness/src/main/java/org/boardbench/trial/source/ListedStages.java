package org.boardbench.trial.source;

import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.store.StageRow;

/** The stages that a plan lists. */
record ListedStages(List<StageSpec> stages) implements StageSource {
  ListedStages {
    stages = List.copyOf(stages);
  }

  @Override
  public Optional<StageSpec> next(List<StageRow> rows) {
    return rows.size() < stages.size() ? Optional.of(stages.get(rows.size())) : Optional.empty();
  }

  @Override
  public Optional<List<StageSpec>> known() {
    return Optional.of(stages);
  }
}
