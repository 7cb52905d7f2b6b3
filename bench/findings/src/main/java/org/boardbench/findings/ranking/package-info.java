/**
 * What a whole run says: which loads its variants kept, how they rank at the last one that all
 * kept, where each broke first and of what, and what to do next.
 */
package org.boardbench.findings.ranking;
