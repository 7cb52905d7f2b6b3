/** Reads a file of claims, strictly. */
package org.boardbench.report.claims.reading;
