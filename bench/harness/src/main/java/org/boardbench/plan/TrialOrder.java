package org.boardbench.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

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
      List<Variant> variants = new ArrayList<>(plan.variants());
      variants.sort(Comparator.comparing(Variant::name));
      Collections.shuffle(variants, new Random(mix(plan.seed(), repetition)));
      for (Variant variant : variants) {
        trials.add(new PlannedTrial(variant, repetition, trials.size() + 1));
      }
    }
    return List.copyOf(trials);
  }

  /** SplitMix64's finalizer: {@link Random} starts alike from seeds that differ by little. */
  private static long mix(long seed, int repetition) {
    long z = seed + repetition * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
