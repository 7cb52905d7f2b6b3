package org.boardbench.measure;

/**
 * A stage as it stands, seen from outside the loops.
 *
 * @param hold of a warm-up every message
 * @param stallMaxNs as in {@link StageResult}, so far
 */
public record StageGlance(PhaseGlance ramp, PhaseGlance hold, long stallMaxNs) {}
