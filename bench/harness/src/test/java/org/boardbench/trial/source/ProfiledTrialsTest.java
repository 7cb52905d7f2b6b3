package org.boardbench.trial.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.PlannedTrial;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.Test;

class ProfiledTrialsTest {
  private final ExperimentPlan plan = plan();
  private final List<PlannedTrial> counting = TrialOrder.of(plan);

  private static ExperimentPlan plan() {
    try {
      return new PlanReader(Set.of("a", "b"))
          .read(
              "specimen.yaml",
              """
              targets: [a, b]
              repetitions: 2
              profile: 2
              stages: [ { users: 20, hold: 1s } ]
              """,
              PlanOverrides.NONE);
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyVariantIsProfiledOnceAllOthersHaveRun() throws StoreException {
    List<PlannedTrial> run = run(Set.of());

    assertThat(run.subList(0, 4)).isEqualTo(counting);
    assertThat(run.subList(4, 8))
        .allMatch(trial -> plan.isProfiled(trial.repetition()))
        .extracting(PlannedTrial::repetition)
        .as("behind all that a plan may ever have: more of these may be added later")
        .containsExactly(101, 101, 102, 102);
    assertThat(run).extracting(PlannedTrial::order).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(counting).noneMatch(trial -> plan.isProfiled(trial.repetition()));
  }

  @Test
  void whatAnEarlierProcessHasProfiledIsNotProfiledAgain() throws StoreException {
    List<PlannedTrial> profiled = TrialOrder.profiled(plan);

    assertThat(run(Set.of(profiled.getFirst()))).hasSize(7).doesNotContain(profiled.getFirst());
  }

  @Test
  void aProfiledTrialSaysSo() {
    TrialSource trials = trials(Set.of());

    assertThat(trials.task(TrialOrder.profiled(plan).getFirst())).isEqualTo("profile");
    assertThat(trials.task(counting.getFirst())).isEmpty();
  }

  private List<PlannedTrial> run(Set<PlannedTrial> done) throws StoreException {
    TrialSource trials = trials(done);
    List<PlannedTrial> run = new ArrayList<>();
    for (Optional<PlannedTrial> next = trials.next(); next.isPresent(); next = trials.next()) {
      run.add(next.get());
    }
    return run;
  }

  private TrialSource trials(Set<PlannedTrial> done) {
    return new ProfiledTrials(plan, new Listed(counting.iterator()), done::contains);
  }

  private record Listed(Iterator<PlannedTrial> left) implements TrialSource {
    @Override
    public List<PlannedTrial> known() {
      return List.of();
    }

    @Override
    public Optional<PlannedTrial> next() {
      return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    @Override
    public StageSource stages(PlannedTrial trial) {
      return StageSource.of(List.of());
    }

    @Override
    public Optional<List<StageSpec>> knownStages() {
      return Optional.empty();
    }
  }
}
