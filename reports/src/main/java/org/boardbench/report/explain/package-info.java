/** What of a server's CPU time the microbenchmarks can account for. */
package org.boardbench.report.explain;
