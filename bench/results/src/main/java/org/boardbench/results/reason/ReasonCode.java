package org.boardbench.results.reason;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Why a row may be invalid, in the order in which rows have it. The words are a contract. */
public enum ReasonCode {
  UNSENT(
      "Scheduled messages did not leave the driver, though their sockets had room.",
      "give the driver more cores (--driver-cores) or fewer users"),
  SEND_DELAY(
      "Messages left the driver late, though their sockets had room: the p99 of the delay, which is"
          + " in the response times.",
      "give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users"),
  DRIVER_CPU(
      "The driver used up its cores, and near its limit what it queues is in the times.",
      "give the driver more cores (--driver-cores) or fewer users"),
  STALL(
      "The driver stalled for so long, and its clock or its sends were late by it.",
      "keep other work off this machine, or off the driver's cores (--cpus-driver)"),
  RUN_DELAY(
      "A thread of the driver was ready to run and waited for a core, in percent of the hold.",
      "give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users"),
  STEAL(
      "The hypervisor gave this machine's time to others.", "run on a machine that nobody shares"),
  DRIFT(
      "The RTT moved by so much within the hold: a longer hold would have had another one.",
      "add a warm-up, or hold longer"),
  FEW_SAMPLES(
      "So few messages lie beyond the highest percentile that it is up to chance.",
      "hold longer (--hold) or send at a higher rate (--rate)"),
  CONNECT_FAILURES(
      "Users could not connect, so that fewer took part than the row says.",
      "see driver.log: raise ulimit -n, free ports, or give the driver cores"),
  CLOCK_STEP(
      "The wall clock, which dates arrivals, was set during the hold.",
      "keep the time service from stepping the clock during a run"),
  BACKPRESSURE(
      "The driver read so late that a receive buffer filled by so much, and the server may have been"
          + " kept from sending.",
      "give the driver cores of its own (--cpus-driver, --cpus-target), fewer users"),
  FOREIGN_LOAD(
      "Programs that had no part in the trial used so much of all the machine's cores together.",
      "end other programs on this machine while it measures");

  /** Codes that are not known here come last, by name. */
  public static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              code -> of(code).map(ReasonCode::ordinal).orElse(Integer.MAX_VALUE))
          .thenComparing(Comparator.naturalOrder());

  private final String meaning;
  private final String remedy;

  ReasonCode(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** By its word in results, such as {@code send-delay}; empty when it is not known here. */
  public static Optional<ReasonCode> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  /** The word in results: {@code run-delay}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What happened, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What to change so that the row would be valid. */
  public String remedy() {
    return remedy;
  }
}
