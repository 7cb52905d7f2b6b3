package org.boardbench.results.row;

/**
 * One row of {@code classes.csv}: a stage's messages of one class.
 *
 * @param messageClass by its name
 * @param stage the stage's row, its counts and times those of the class alone
 */
public record ClassRecord(String messageClass, StageRecord stage) {}
