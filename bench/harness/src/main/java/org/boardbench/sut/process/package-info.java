/**
 * The processes of a target: their trees, their logs, their end, and those that an earlier harness
 * left behind.
 */
package org.boardbench.sut.process;
