/** Whether a stage's figures may be believed: rules over what was measured of its hold. */
package org.boardbench.verdict;
