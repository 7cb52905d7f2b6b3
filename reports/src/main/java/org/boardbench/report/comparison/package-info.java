/**
 * Two runs beside each other: what has changed from a base to another run, and how sure that is.
 */
package org.boardbench.report.comparison;
