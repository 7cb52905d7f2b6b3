package org.boardbench.clients;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.boardbench.core.Seeds;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.TrialOrder;
import org.boardbench.plan.model.Variant;

/**
 * The order of the holds: in each repetition every target at every load with every client once, the
 * clients of a load one after the other in random order, so that they meet the machine in the same
 * state. The seed alone decides it.
 */
final class ClientRounds {
  private ClientRounds() {}

  static List<PlannedHold> of(ExperimentPlan plan, List<String> clients) {
    List<PlannedHold> all = new ArrayList<>();
    for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
      Random random = new Random(Seeds.mix(plan.seed(repetition), clients.size()));
      for (Variant target : TrialOrder.repetition(plan, repetition)) {
        for (StageSpec stage : plan.stages()) {
          List<String> shuffled = new ArrayList<>(clients);
          shuffled.sort(Comparator.naturalOrder());
          Collections.shuffle(shuffled, random);
          for (String client : shuffled) {
            all.add(new PlannedHold(target, stage, client, repetition, all.size() + 1));
          }
        }
      }
    }
    return List.copyOf(all);
  }
}
