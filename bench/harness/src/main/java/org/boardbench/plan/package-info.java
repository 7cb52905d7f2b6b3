/** What to run: an experiment file and options become a checked, immutable plan. */
package org.boardbench.plan;
