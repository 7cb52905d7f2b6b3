package org.boardbench.plan;

import java.time.Duration;

/**
 * The bounds of every wait, so that nothing hangs.
 *
 * @param ready from the start of a target until its health check answers
 * @param join from a user's first connection attempt until it counts as joined
 * @param drain from a stage's last send until what has not arrived counts as lost
 * @param stop from SIGTERM until SIGKILL
 */
public record DeadlineSpec(Duration ready, Duration join, Duration drain, Duration stop) {}
