/** Why a row of {@code stages.csv} may be invalid, and how the file says so. */
package org.boardbench.results.reason;
