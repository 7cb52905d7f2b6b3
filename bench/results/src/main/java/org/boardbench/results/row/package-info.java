/** What rows are made of: groups of figures as they were measured, in nanoseconds and counts. */
package org.boardbench.results.row;
