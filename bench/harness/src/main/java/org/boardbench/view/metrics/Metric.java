package org.boardbench.view.metrics;

/**
 * Everything that is shown of a run; the names are a contract that the board's queries depend on.
 * Times are in seconds, counters go by their name and {@code _total}.
 */
public enum Metric {
  USERS_JOINED(Kind.GAUGE, "boardbench_users_joined", "Users joined now."),
  TRIAL_STARTED(
      Kind.GAUGE, "boardbench_trial_started_timestamp_seconds", "When the trial under way began."),
  STAGE_STARTED(
      Kind.GAUGE, "boardbench_stage_started_timestamp_seconds", "When the stage under way began."),
  STAGE_USERS(Kind.GAUGE, "boardbench_stage_users", "Users that the stage under way is to have."),
  STAGE_PHASE(
      Kind.GAUGE,
      "boardbench_stage_phase",
      "1 for what the stage under way is at: ramp, hold or drain; stage 0 is the warm-up."),

  SENT(Kind.COUNTER, "boardbench_messages_sent", "Messages that the kernel took."),
  UNSERVED(
      Kind.COUNTER,
      "boardbench_messages_unserved",
      "Scheduled messages not sent because the server had no connection for the user or took no more bytes."),
  DISCONNECTS(Kind.COUNTER, "boardbench_disconnects", "Joined users whose connection ended."),
  RECONNECTS(
      Kind.COUNTER,
      "boardbench_reconnects",
      "Users who joined again after their connection ended."),
  CONNECT_FAILURES(
      Kind.COUNTER, "boardbench_connect_failures", "Attempts to connect or to join that failed."),
  EXPECTED(
      Kind.COUNTER,
      "boardbench_deliveries_expected",
      "Deliveries owed: for each message the users on its board when it was sent."),
  DELIVERED(Kind.COUNTER, "boardbench_deliveries", "Distinct deliveries among the expected."),
  OUTSTANDING(
      Kind.GAUGE, "boardbench_deliveries_outstanding", "Expected deliveries under way or lost."),
  LOST(
      Kind.COUNTER,
      "boardbench_deliveries_lost",
      "Expected deliveries that had not come when the drain ended; not known before."),
  DUPLICATED(
      Kind.COUNTER,
      "boardbench_deliveries_duplicated",
      "Deliveries of a message that this receiver had."),
  REORDERED(
      Kind.COUNTER,
      "boardbench_deliveries_reordered",
      "Deliveries below the highest sequence number seen from that sender."),
  CORRUPT(Kind.COUNTER, "boardbench_frames_corrupt", "Frames without a readable stamp."),
  MISROUTED(
      Kind.COUNTER,
      "boardbench_deliveries_misrouted",
      "Deliveries at a user who is not on the message's board."),
  RTT(
      Kind.HISTOGRAM,
      "boardbench_rtt_seconds",
      "From the intended send time until the sender has its own message back."),
  DELIVERY_TIME(
      Kind.HISTOGRAM,
      "boardbench_delivery_time_seconds",
      "From the intended send time until a receiver has the message."),
  SEND_DELAY(
      Kind.HISTOGRAM,
      "boardbench_send_delay_seconds",
      "From the intended send time until the kernel took the message."),

  CPU(
      Kind.COUNTER,
      "boardbench_cpu_seconds",
      "CPU time used by a component: server, a companion or driver."),
  MEMORY(Kind.GAUGE, "boardbench_memory_bytes", "Resident memory of a component."),
  NETWORK_RECEIVED(
      Kind.COUNTER, "boardbench_network_receive_bytes", "Bytes that a component received."),
  NETWORK_SENT(Kind.COUNTER, "boardbench_network_transmit_bytes", "Bytes that a component sent."),
  CPU_THROTTLED(
      Kind.COUNTER,
      "boardbench_cpu_throttled_seconds",
      "Time for which a component's group was kept from the CPU by its limit."),
  OOM_KILLS(
      Kind.COUNTER,
      "boardbench_oom_kills",
      "Processes of a component that the kernel ended for want of memory."),

  DRIVER_STALL(
      Kind.GAUGE,
      "boardbench_driver_stall_seconds",
      "The longest time in the hold for which a driver loop or the whole driver stalled."),
  DRIVER_RUN_DELAY(
      Kind.GAUGE,
      "boardbench_driver_run_delay_ratio",
      "Share of time for which the driver's loop that waited longest had no core to run on."),
  MACHINE_IDLE(
      Kind.GAUGE, "boardbench_machine_idle_ratio", "Share of the machine's cores that was idle."),
  MACHINE_STEAL(
      Kind.GAUGE,
      "boardbench_machine_steal_ratio",
      "Share of the machine's cores that the hypervisor gave to others."),

  BUILD(Kind.INFO, "boardbench_build", "The harness that serves this page.");

  /** What the values of a metric are. */
  enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    INFO
  }

  private final Kind kind;
  private final String base;
  private final String help;

  Metric(Kind kind, String base, String help) {
    this.kind = kind;
    this.base = base;
    this.help = help;
  }

  Kind kind() {
    return kind;
  }

  /** The name without the ending that its kind gives it. */
  String base() {
    return base;
  }

  String help() {
    return help;
  }
}
