/** The tables of a report, for spreadsheets, web pages and papers. */
package org.boardbench.report.table;
