package org.boardbench.core;

/** Which clock said when the frames of a hold arrived; written in lower case. */
public enum ArrivalClock {
  /** The kernel's, when the bytes reached the socket: what the driver is late by is not in it. */
  KERNEL,
  /** The driver's, right after the read. */
  DRIVER,
  /** The kernel's for some reads, the driver's for the others. */
  MIXED;

  public static ArrivalClock of(long reads, long readsWithKernelTime) {
    return readsWithKernelTime == 0 ? DRIVER : readsWithKernelTime == reads ? KERNEL : MIXED;
  }
}
