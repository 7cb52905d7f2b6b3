/** The figures of a report: what is drawn, and what its caption says of it. */
package org.boardbench.report.figure;
