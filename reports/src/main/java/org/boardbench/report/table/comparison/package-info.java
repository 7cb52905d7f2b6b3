/** Two runs beside each other, as a table for files and as lines for a terminal. */
package org.boardbench.report.table.comparison;
