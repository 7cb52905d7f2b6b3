package org.boardbench.report.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Why a row may be invalid, in the order and by the words in which runs store it. */
public enum ReasonCode {
  UNSENT("Scheduled messages did not leave the driver, though their sockets had room."),
  SEND_DELAY(
      "Messages left the driver late, though their sockets had room: the p99 of the delay, which is"
          + " in the response times."),
  DRIVER_CPU("The driver used up its cores, and near its limit what it queues is in the times."),
  STALL("The driver stood still for so long, and its clock or its sends were late by it."),
  RUN_DELAY(
      "A thread of the driver was ready to run and waited for a core, in percent of the hold."),
  STEAL("The hypervisor gave this machine's time to others."),
  DRIFT("The RTT moved by so much within the hold: a longer hold would have had another one."),
  FEW_SAMPLES("So few messages lie beyond the highest percentile that it is up to chance."),
  CONNECT_FAILURES("Users could not connect, so that fewer took part than the row says."),
  CLOCK_STEP("The wall clock, which dates arrivals, was set during the hold."),
  BACKPRESSURE(
      "The driver read so late that a receive buffer filled by so much, and the server may have been"
          + " kept from sending."),
  FOREIGN_LOAD(
      "Programs that had no part in the trial used so much of all the machine's cores together.");

  /** Codes that are not known here come last, by name. */
  public static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              code -> of(code).map(ReasonCode::ordinal).orElse(Integer.MAX_VALUE))
          .thenComparing(Comparator.naturalOrder());

  private final String meaning;

  ReasonCode(String meaning) {
    this.meaning = meaning;
  }

  /** The code as runs store it, such as {@code send-delay}; empty when it is not known here. */
  public static Optional<ReasonCode> of(String code) {
    return Arrays.stream(values()).filter(known -> known.key().equals(code)).findFirst();
  }

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In a sentence. */
  public String meaning() {
    return meaning;
  }
}
