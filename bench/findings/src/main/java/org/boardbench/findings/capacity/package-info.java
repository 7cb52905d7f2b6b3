/** What a search for capacities has found, in words that all readers of a run share. */
package org.boardbench.findings.capacity;
