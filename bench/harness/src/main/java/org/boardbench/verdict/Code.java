package org.boardbench.verdict;

import java.util.Locale;

/** Why a row may be invalid. The words are a contract: reports mark points with them. */
public enum Code {
  /** Scheduled messages did not leave, though their sockets had room. */
  UNSENT("give the driver more cores (--driver-cores) or fewer users"),
  /** Messages left late, though their sockets had room. */
  SEND_DELAY("give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users"),
  /** The driver had hardly any time left. */
  DRIVER_CPU("give the driver more cores (--driver-cores) or fewer users"),
  /** The driver stood still, and its own clock or its sends were late by it. */
  STALL("keep other work off this machine, or off the driver's cores (--cpus-driver)"),
  /** A thread of the driver was ready to run and had no core. */
  RUN_DELAY("give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users"),
  /** The hypervisor gave this machine's time to others. */
  STEAL("run on a machine that nobody shares"),
  /** The figures were still moving: a longer hold would have had others. */
  DRIFT("add a warm-up, or hold longer"),
  /** The highest percentile stands on too few messages. */
  FEW_SAMPLES("hold longer (--hold) or send at a higher rate (--rate)"),
  /** Fewer users took part than the row says, for want of something that is not the server's. */
  CONNECT_FAILURES("see driver.log: raise ulimit -n, free ports, or give the driver cores"),
  /** The wall clock, which dates arrivals, was set. */
  CLOCK_STEP("keep the time service from stepping the clock while a sweep runs"),
  /** The driver read so late that the server may have been kept from sending. */
  BACKPRESSURE("give the driver cores of its own (--cpus-driver, --cpus-target), fewer users"),
  /** Programs that have no part in the trial used the machine. */
  FOREIGN_LOAD("end other programs on this machine while it measures");

  private final String remedy;

  Code(String remedy) {
    this.remedy = remedy;
  }

  /** The word in results: {@code run-delay}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to change so that the row would be valid. */
  public String remedy() {
    return remedy;
  }
}
