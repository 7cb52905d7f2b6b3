package org.boardbench.plan;

/**
 * A value as its author wrote it.
 *
 * @param key where it is: {@code stages[2].users} in a file, {@code --users} on the command line
 */
record Entry(String key, String text) {}
