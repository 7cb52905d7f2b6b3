package org.boardbench.account.result;

/**
 * What crossed the users' sockets in a stage, whatever message it was of.
 *
 * @param received deliveries that arrived between the hold's start and end, of any phase
 * @param rxBytes bytes of frames received during the hold; {@code txBytes} likewise sent
 * @param corruptInRamp frames that carry no readable stamp; {@code corruptInHold} those that came
 *     after the hold began
 */
public record TrafficCounts(
    long received, long rxBytes, long txBytes, long corruptInRamp, long corruptInHold) {
  TrafficCounts plus(TrafficCounts other) {
    return new TrafficCounts(
        received + other.received,
        rxBytes + other.rxBytes,
        txBytes + other.txBytes,
        corruptInRamp + other.corruptInRamp,
        corruptInHold + other.corruptInHold);
  }
}
