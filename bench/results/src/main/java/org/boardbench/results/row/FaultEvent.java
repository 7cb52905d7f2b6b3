package org.boardbench.results.row;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was made to fail in a hold. Times are in ns since the hold began.
 *
 * @param kind as in the plan, such as {@code kill}
 * @param component {@code target}, {@code replica}, {@code worker}, {@code users}, or a companion's
 *     name; of a fault of the network {@code driver} or the companion from which the target was
 *     parted
 * @param plannedNs when it was to come
 * @param atNs when the last signal call had returned, the last connection was closed, or the
 *     network or the limit was as planned; empty when it did not come to that
 * @param endedNs when that had been undone, or what was started again was ready; empty where
 *     nothing of that kind was planned, or it did not come to that
 * @param pids of the processes that got the signal
 * @param users how many connections were cut; empty of all other kinds
 */
public record FaultEvent(
    String kind,
    String component,
    long plannedNs,
    OptionalLong atNs,
    OptionalLong endedNs,
    List<Long> pids,
    OptionalInt users) {
  public FaultEvent {
    pids = List.copyOf(pids);
  }
}
