package org.boardbench.account.record;

/**
 * A stage as it stands, seen from outside the loops.
 *
 * @param hold of a warm-up every message
 * @param disconnects joined users who dropped so far; {@code reconnects} those who came back
 * @param connectFailures attempts to connect or join that have failed so far
 * @param stallMaxNs as in {@code StageResult}, so far
 */
public record StageSnapshot(
    PhaseSnapshot ramp,
    PhaseSnapshot hold,
    long disconnects,
    long reconnects,
    long connectFailures,
    long stallMaxNs) {}
