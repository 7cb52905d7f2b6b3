package org.boardbench.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.boardbench.input.InputException;
import org.boardbench.plan.Machines;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.junit.jupiter.api.Test;

class TrialOrderTest {
  private static final String NAMES = "a,b,c,d,e,f";

  @Test
  void everyRepetitionRunsEveryTargetOnce() throws InputException {
    List<PlannedTrial> trials = trials(NAMES, 42, 3);

    assertThat(trials)
        .extracting(PlannedTrial::order)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
    for (int repetition = 1; repetition <= 3; repetition++) {
      assertThat(names(trials, repetition)).containsExactlyInAnyOrder(NAMES.split(","));
    }
  }

  @Test
  void theOrderIsTheSameOnEveryMachineAndInEveryVersion() throws InputException {
    assertThat(String.join("", names(trials(NAMES, 42, 3), 1))).isEqualTo("abdefc");
    assertThat(String.join("", names(trials(NAMES, 42, 3), 2))).isEqualTo("dabfce");
    assertThat(String.join("", names(trials(NAMES, 43, 3), 1))).isEqualTo("ebacfd");
  }

  @Test
  void anotherRepetitionChangesNothingBeforeIt() throws InputException {
    assertThat(trials(NAMES, 42, 5).subList(0, 18)).isEqualTo(trials(NAMES, 42, 3));
  }

  @Test
  void theOrderInWhichTargetsWereListedDoesNotMatter() throws InputException {
    for (int repetition = 1; repetition <= 2; repetition++) {
      assertThat(names(trials("f,e,d,c,b,a", 42, 2), repetition))
          .isEqualTo(names(trials(NAMES, 42, 2), repetition));
    }
  }

  @Test
  void everyTargetComesFirstAboutEquallyOften() throws InputException {
    Map<String, Long> firsts =
        trials(NAMES, 1, 100).stream()
            .filter(trial -> (trial.order() - 1) % 6 == 0)
            .collect(Collectors.groupingBy(t -> t.variant().name(), Collectors.counting()));

    assertThat(firsts).hasSize(6);
    assertThat(firsts.values()).allMatch(count -> count > 5 && count < 30);
  }

  private static List<String> names(List<PlannedTrial> trials, int repetition) {
    return trials.stream()
        .filter(trial -> trial.repetition() == repetition)
        .map(trial -> trial.variant().name())
        .toList();
  }

  private static List<PlannedTrial> trials(String targets, long seed, int repetitions)
      throws InputException {
    String yaml =
        "stages: [{ users: 20, hold: 5s }]\ntargets: [%s]\nseed: %d\nrepetitions: %d\n"
            .formatted(targets, seed, repetitions);
    return TrialOrder.of(
        new PlanReader(Set.of(NAMES.split(",")), Machines.ofCores(1))
            .read("f.yaml", yaml, PlanOverrides.NONE));
  }
}
