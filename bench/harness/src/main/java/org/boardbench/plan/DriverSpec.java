package org.boardbench.plan;

/**
 * The load generator's own share of the machine.
 *
 * @param cores one loop for each
 */
public record DriverSpec(int cores, LoopChoice loop) {}
