package org.boardbench.plan;

/** The load generator's own share of the machine: one selector loop for each core. */
public record DriverSpec(int cores) {}
