package org.boardbench.trial.capacity;

/**
 * What the holds under one load say of one objective, by MLRsearch's rule: those that are still
 * missing from the planned ones might all violate it, or all keep it; only where both come to the
 * same answer, there is one. So the answer is there as soon as more holds could not change it. All
 * holds are equally long, so that they are counted where MLRsearch adds durations.
 *
 * @param kept valid holds that kept it
 * @param violated valid holds that did not
 * @param planned how many are asked for
 */
record LoadEvidence(int kept, int violated, int planned) {
  /** The largest share of violations at which a load still counts as kept. */
  static final double EXCEED_RATIO = 0.5;

  Bound bound() {
    int missing = Math.max(0, planned - kept - violated);
    double all = kept + violated + missing;
    if (violated > EXCEED_RATIO * all) {
      return Bound.UPPER;
    }
    return violated + missing <= EXCEED_RATIO * all ? Bound.LOWER : Bound.UNDECIDED;
  }
}
