/** Bounds that somebody sets for a figure, and what a run's starts say of them. */
package org.boardbench.findings.threshold;
