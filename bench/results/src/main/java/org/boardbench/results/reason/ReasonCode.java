package org.boardbench.results.reason;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a row may be invalid, in the order in which rows have it, and from which bound on. The words
 * are a contract.
 */
public enum ReasonCode implements Code {
  UNSENT(
      "Scheduled messages did not leave the driver, though their sockets had room.",
      "give the driver more cores (--driver-cores) or fewer users",
      Bound.percent(
              99, "Least share of the scheduled messages that must have been sent, in percent.")
          .named("sent")),
  SEND_DELAY(
      "Messages left the driver late, though their sockets had room: the p99 of the delay, which is"
          + " in the response times.",
      "give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users",
      Bound.ms(
          5,
          "Most that a message may leave late, at p99; together with the next key, whichever is"
              + " more."),
      Bound.SEND_DELAY_SHARE),
  DRIVER_CPU(
      "The driver used up its cores, and near its limit what it queues is in the times.",
      "give the driver more cores (--driver-cores) or fewer users",
      Bound.percent(85, "Most of the driver's cores, in percent.")),
  STALL(
      "The driver stalled for so long, and its clock or its sends were late by it.",
      "keep other work off this machine, or off the driver's cores (--cpus-driver)",
      Bound.ms(50, "Longest stall of the driver; together with the next key, whichever is more."),
      Bound.STALL_SHARE),
  RUN_DELAY(
      "A thread of the driver was ready to run and waited for a core, in percent of the hold.",
      "give the driver cores of its own (--cpus-driver, --cpus-target) or fewer users",
      Bound.percent(
          5,
          "Longest wait of a driver thread for a core, in percent of the hold, where the driver's"
              + " own clock dates arrivals.")),
  STEAL(
      "The hypervisor gave this machine's time to others.",
      "run on a machine that nobody shares",
      Bound.percent(2, "Most that a hypervisor took from the machine, in percent.")),
  DRIFT(
      "The RTT moved by so much within the hold: a longer hold would have had another one.",
      "add a warm-up, or hold longer",
      Bound.percent(
              25,
              "Most that the RTT's median may move with the hold's seconds, in percent; it can more"
                  + " than double.")
          .within(0, 10_000)),
  FEW_SAMPLES(
      "So few messages lie beyond the highest percentile that it is up to chance.",
      "hold longer (--hold) or send at a higher rate (--rate)",
      Bound.count(10, 1, 1_000_000, "Fewest messages beyond the percentile of the next key.")
          .named("samples"),
      Bound.PERCENTILE),
  CONNECT_FAILURES(
      "Users could not connect, so that fewer took part than the row says.",
      "see driver.log: raise ulimit -n, free ports, or give the driver cores",
      Bound.count(
          0,
          0,
          20_000,
          "Most users that failed to join because of the driver or the machine; what a server"
              + " refuses is a finding.")),
  CLOCK_STEP(
      "The wall clock, which dates arrivals, was set during the hold.",
      "keep the time service from stepping the clock during a run",
      Bound.ms(1, "Largest step of the wall clock against the monotonic one.")),
  BACKPRESSURE(
      "The driver read so late that a receive buffer filled by so much, and the server may have been"
          + " kept from sending.",
      "give the driver cores of its own (--cpus-driver, --cpus-target), fewer users",
      Bound.percent(
          50,
          "Fullest that a receive buffer may become because the driver read late, in percent; a"
              + " server is held up from 65 on.")),
  FOREIGN_LOAD(
      "Programs that had no part in the trial used so much of all the machine's cores together.",
      "end other programs on this machine while it measures",
      Bound.percent(
          5,
          "Most CPU of programs that have no part in the trial, in percent of all cores together;"
              + " a browser that took 6 % of two cores made an RTT p95 of 1 ms one of 4 ms.")),
  AGENT_LOST(
      "So many agents of the fleet were lost in the stage: what is told is of the others alone.",
      "see agents.csv; start the agent again, and keep its machine and network free",
      Bound.count(0, 0, 0, "Agents that may be lost in a stage: none, for a part is no whole.")),
  PROFILED(
      "A profiler was on the server and took so many samples of each second of its CPU time, which is"
          + " in the figures.",
      "look at the variant's other trials; this one is there for its profile (--profile)",
      Bound.count(
          0,
          0,
          100_000,
          "Most samples that a profiler may take of a second of the server's CPU time.")),
  CLOCK_ERROR(
      "The clocks of two agents with users of one board may differ by so much of the delivery time's"
          + " median, which is by both.",
      "bring the agents nearer to each other, or have a board for each (--boards)",
      Bound.percent(
          10,
          "Most that the clocks of two agents with users of one board may differ by, in percent of"
              + " the delivery time's median."));

  /** Codes that are not known here come last, by name. */
  public static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              code -> of(code).map(ReasonCode::ordinal).orElse(Integer.MAX_VALUE))
          .thenComparing(Comparator.naturalOrder());

  private final String meaning;
  private final String remedy;

  @SuppressWarnings("ImmutableEnumChecker") // Neither the list nor a bound ever changes.
  private final List<Bound> bounds;

  /**
   * @param bounds its own first
   */
  ReasonCode(String meaning, String remedy, Bound... bounds) {
    this.meaning = meaning;
    this.remedy = remedy;
    this.bounds =
        Arrays.stream(bounds)
            .map(bound -> bound.key().isEmpty() ? bound.named(key()) : bound)
            .toList();
  }

  /** By its word in results, such as {@code send-delay}; empty when it is not known here. */
  public static Optional<ReasonCode> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  /**
   * Whether it speaks of times alone: how they moved, or how few there are, changes nothing that
   * was counted or used. All others may have changed whatever was measured.
   */
  public boolean isOfTimes() {
    return this == DRIFT || this == FEW_SAMPLES;
  }

  @Override
  public Bound bound() {
    return bounds.getFirst();
  }

  /** The same, and what else its rule takes from a plan. */
  public List<Bound> bounds() {
    return bounds;
  }
}
