/** The behaviours that a plan may name, each a file, and how their values are given. */
package org.boardbench.scenario.behaviour;
