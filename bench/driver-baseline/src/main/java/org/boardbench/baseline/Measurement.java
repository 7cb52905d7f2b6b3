package org.boardbench.baseline;

/**
 * One client under one load.
 *
 * @param round counts from 1
 */
record Measurement(Load load, Client client, int round, Figures figures) {}
