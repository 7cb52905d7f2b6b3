package org.boardbench.plan;

import java.time.Duration;

/**
 * One number of users, asked for: new users join during {@code ramp} at an even rate, then all of
 * them publish for {@code hold}, whose figures are the stage's row.
 */
public record StageSpec(int users, Duration ramp, Duration hold) {}
