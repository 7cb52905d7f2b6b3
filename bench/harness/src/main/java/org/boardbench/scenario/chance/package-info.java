/** Random numbers that are the same on every machine, and what they are drawn from. */
package org.boardbench.scenario.chance;
