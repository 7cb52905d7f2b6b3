/** A stored run, read back strictly. */
package org.boardbench.report.stored;
