package org.boardbench.baseline;

/**
 * One client under one load.
 *
 * @param round counts from 1
 * @param otherProgramsPct CPU that neither client nor server used meanwhile, in percent of one core
 */
record Measurement(Load load, Client client, int round, Figures figures, double otherProgramsPct) {}
