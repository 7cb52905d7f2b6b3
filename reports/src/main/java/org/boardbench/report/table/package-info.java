/** The table of the results, for spreadsheets, web pages and papers. */
package org.boardbench.report.table;
