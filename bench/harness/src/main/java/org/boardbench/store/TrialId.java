package org.boardbench.store;

/**
 * Which trial a row belongs to.
 *
 * @param id unique in the run, also the folder's name: {@code my-server-r1}, or {@code
 *     my-server-r1-2} when it is the second attempt after an interruption
 * @param repetition counts from 1
 * @param order position in the run's seeded random order, counts from 1
 */
public record TrialId(String id, String target, int repetition, int order) {}
