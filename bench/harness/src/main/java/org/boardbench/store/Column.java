package org.boardbench.store;

import java.util.function.Function;

/**
 * One column of a result file.
 *
 * @param cell its text in a row; empty = not measured
 */
record Column<T>(String name, Function<T, String> cell) {}
