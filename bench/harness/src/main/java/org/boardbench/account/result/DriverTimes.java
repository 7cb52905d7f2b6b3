package org.boardbench.account.result;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.ReadTotals;
import org.boardbench.account.record.TimeHistograms;

/**
 * What the driver itself did to a hold's times.
 *
 * @param sendDelay of the messages that found room in their socket when they were due: what the
 *     driver alone was late
 * @param stallMaxNs the longest time during the hold for which a driver loop did one iteration, or
 *     the whole driver stalled
 */
public record DriverTimes(Histogram sendDelay, long stallMaxNs, ReadTotals reads) {
  DriverTimes merge(DriverTimes other) {
    return new DriverTimes(
        TimeHistograms.sum(List.of(this, other), DriverTimes::sendDelay),
        Math.max(stallMaxNs, other.stallMaxNs),
        reads.merge(other.reads));
  }
}
