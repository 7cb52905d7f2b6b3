package org.boardbench.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.row.TimeFigures;

/**
 * How well a hold's times of arrival are known.
 *
 * @param clock empty when there was no read
 * @param receiveDelay from the kernel's time of arrival to the driver's read, over frames; only
 *     where the kernel tells
 * @param framesPerRead empty when there was no read
 * @param sharedStampPct frames of all whose time of arrival is that of a later frame in the same
 *     read, and so an upper bound; empty when there was no frame
 * @param clockMoveMaxNs the most that the kernel's clock moved against the run clock from one
 *     second to the next; empty when nobody compared them
 * @param receiveBufferMaxPct how full a socket's receive buffer had become at most by the time the
 *     driver read it late; 0 when no read was late, empty where the kernel does not tell
 * @param negativeTimes deliveries, sends and reads with a time that came out below zero, because
 *     clocks disagree, and was taken as 0; a read's is its receive delay, which is taken as 1 ns
 */
public record ArrivalSummary(
    Optional<ArrivalClock> clock,
    TimeFigures receiveDelay,
    OptionalDouble framesPerRead,
    OptionalDouble sharedStampPct,
    OptionalLong clockMoveMaxNs,
    OptionalDouble receiveBufferMaxPct,
    long negativeTimes) {
  /** Nothing arrived, so nothing is known. */
  public static final ArrivalSummary NONE =
      new ArrivalSummary(
          Optional.empty(),
          TimeFigures.NONE,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalDouble.empty(),
          0);
}
