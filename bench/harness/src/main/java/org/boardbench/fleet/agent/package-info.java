/** An agent: it drives its boards of a trial as its coordinator says, and reports what it found. */
package org.boardbench.fleet.agent;
