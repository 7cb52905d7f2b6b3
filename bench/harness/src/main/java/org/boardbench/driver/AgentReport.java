package org.boardbench.driver;

import java.util.OptionalDouble;
import org.boardbench.results.row.AgentFigures;

/**
 * What one agent did of a stage, and what its machine did to it.
 *
 * @param stealPct taken by a hypervisor, in percent of all cores together; empty = not measured
 * @param foreignPct CPU of programs that have no part in the trial, likewise
 */
public record AgentReport(
    AgentFigures figures, OptionalDouble stealPct, OptionalDouble foreignPct) {}
