package org.boardbench.driver.io;

import java.util.function.LongSupplier;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.linux.ReceiveTime;

/**
 * When what a loop reads has arrived, on the run clock. Used by the loop's thread alone; allocates
 * nothing for a read.
 */
final class ArrivalTimes {
  /** An arrival that seems to lie so far ahead of its read says that the clock was set. */
  private static final long CLOCK_TOLERANCE_NS = 100_000;

  private final KernelClock kernelClock;
  private final SocketLoop.Agenda agenda;
  private boolean known;

  /**
   * @param realTimeNs nanoseconds of the Unix epoch, by the clock of the kernel's times
   */
  ArrivalTimes(RunClock clock, LongSupplier realTimeNs, SocketLoop.Agenda agenda) {
    this.kernelClock = new KernelClock(clock, realTimeNs);
    this.agenda = agenda;
  }

  /**
   * The time of arrival on the run clock, as {@link Transport.Listener#received} wants it.
   *
   * @param kernelNs what the kernel says, or {@link ReceiveTime#UNKNOWN}
   * @param readNs the moment after the read
   */
  long arrivalNs(long kernelNs, long readNs) {
    known = kernelNs != ReceiveTime.UNKNOWN;
    if (!known) {
      return readNs;
    }
    if (kernelClock.runNs(kernelNs) > readNs + CLOCK_TOLERANCE_NS) {
      compare();
    }
    long arrivedNs = kernelClock.runNs(kernelNs);
    if (arrivedNs > readNs) {
      agenda.arrivedAfterRead(readNs);
    }
    // Equal would say that the kernel does not tell.
    return Math.min(arrivedNs, readNs - 1);
  }

  /** Whether the last read came with a time: else a wait would be in the figures. */
  boolean areKnown() {
    return known;
  }

  /** Compares the clocks when that was done last about a second ago. */
  void compareWhenDue(long nowNs) {
    if (kernelClock.isDue(nowNs)) {
      compare();
    }
  }

  void compare() {
    long sinceNs = kernelClock.comparedNs();
    long movedNs = kernelClock.compare();
    agenda.kernelClockMoved(movedNs, sinceNs, kernelClock.comparedNs());
  }
}
