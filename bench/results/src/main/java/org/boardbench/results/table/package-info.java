/** Tables as CSV files: how columns are declared, and rows written and read. */
package org.boardbench.results.table;
