/**
 * A run's end of a fleet: it shares each trial out, starts all agents at one moment, and makes one
 * result of what they found.
 */
package org.boardbench.fleet.coordinator;
