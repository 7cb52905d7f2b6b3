package org.boardbench.plan.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.boardbench.core.Seeds;
import org.boardbench.findings.starts.ProfileTrials;

/**
 * The sequence of trials: within each repetition every variant once, in random order, so that what
 * drifts with time (heat, neighbours) spreads over all of them. The seed and the repetition's
 * number alone decide a repetition's order: it can be told again, does not depend on how the
 * variants were listed, and stays when more repetitions are asked for.
 */
public final class TrialOrder {
  private TrialOrder() {}

  public static List<PlannedTrial> of(ExperimentPlan plan) {
    List<PlannedTrial> trials = new ArrayList<>();
    for (int repetition = 1; repetition <= plan.repetitions(); repetition++) {
      for (Variant variant : repetition(plan, repetition)) {
        trials.add(new PlannedTrial(variant, repetition, trials.size() + 1));
      }
    }
    return List.copyOf(trials);
  }

  /** The trials after all others that are there for a profile alone. */
  public static List<PlannedTrial> profiled(ExperimentPlan plan) {
    List<PlannedTrial> trials = new ArrayList<>();
    int before = plan.repetitions() * plan.variants().size();
    for (int i = 1; i <= plan.profiledTrials(); i++) {
      int repetition = ProfileTrials.FIRST - 1 + i;
      for (Variant variant : repetition(plan, repetition)) {
        trials.add(new PlannedTrial(variant, repetition, before + trials.size() + 1));
      }
    }
    return List.copyOf(trials);
  }

  /** All variants in the order of one repetition. */
  public static List<Variant> repetition(ExperimentPlan plan, int repetition) {
    List<Variant> variants = new ArrayList<>(plan.variants());
    variants.sort(Comparator.comparing(Variant::name));
    Collections.shuffle(variants, new Random(Seeds.mix(plan.seed(), repetition)));
    return variants;
  }
}
