/** What repetitions say together. */
package org.boardbench.report.statistics;
