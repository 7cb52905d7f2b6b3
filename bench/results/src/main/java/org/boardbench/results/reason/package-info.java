/**
 * Why a row of {@code stages.csv} or {@code felt.csv} may be invalid, and figures of one of {@code
 * clients.csv}, and how the files say so.
 */
package org.boardbench.results.reason;
