/**
 * What became of a file of claims, as tables: the claims, the numbers that it states, its
 * recommendations.
 */
package org.boardbench.report.table.claims;
