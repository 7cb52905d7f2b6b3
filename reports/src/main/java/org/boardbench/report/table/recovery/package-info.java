/** Tables of what followed what was made to fail. */
package org.boardbench.report.table.recovery;
