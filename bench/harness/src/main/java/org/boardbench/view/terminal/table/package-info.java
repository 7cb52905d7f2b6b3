/** The results of a run as a table in a terminal. */
package org.boardbench.view.terminal.table;
