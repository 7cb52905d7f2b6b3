/** The order of events: one trial from a fresh process to its end, and the run of all trials. */
package org.boardbench.trial;
