package org.boardbench.host.sampling;

import org.boardbench.results.row.HoldCosts;

/**
 * What a hold cost, as {@link HoldMeter} has added it up. Empty = not measured.
 *
 * @param server means over the whole hold, and its busiest second
 * @param contention what the server had of the machine
 */
public record HoldUsage(
    HoldCosts.ServerUse server,
    HoldCosts.DriverUse driver,
    HoldCosts.MachineState machine,
    Contention contention) {}
