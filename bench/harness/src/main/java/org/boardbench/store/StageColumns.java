package org.boardbench.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.boardbench.measure.StageResult;
import org.boardbench.measure.TimeSummary;
import org.boardbench.measure.UserAccount;
import org.boardbench.plan.WorkloadSpec;
import org.boardbench.store.StageRow.Resources;
import org.boardbench.store.StageRow.Surroundings;

/** The columns of {@code stages.csv}; their names and order are a contract. */
final class StageColumns {
  /** What the driver alone saw on its own sockets; a better clock is the kernel's. */
  private final List<Column<StageRow>> columns = new ArrayList<>();

  private StageColumns() {}

  static List<Column<StageRow>> of(String runId, WorkloadSpec workload) {
    StageColumns columns = new StageColumns();
    columns.identity(runId, workload);
    columns.counts();
    columns.throughput();
    columns.times();
    columns.arrival();
    columns.resources();
    columns.verdict();
    columns.stamps();
    columns.users();
    columns.clocks();
    columns.surroundings();
    return List.copyOf(columns.columns);
  }

  private void identity(String runId, WorkloadSpec workload) {
    add("run_id", row -> runId);
    add("trial_id", row -> row.trial().id());
    add("target", row -> row.trial().target());
    count("repetition", row -> row.trial().repetition());
    count("order", row -> row.trial().order());
    count("stage", row -> row.result().number());
    count("users", row -> row.result().spec().users());
    count("boards", row -> workload.boards());
    add(
        "rate_per_user",
        row -> Cells.shortest(row.result().spec().scenario(workload).ratePerUser()));
    count("payload_bytes", row -> Math.round(row.result().spec().scenario(workload).meanBytes()));
    add("hold_s", row -> Cells.decimal(row.result().holdSeconds(), 3));
  }

  private void counts() {
    count("joined", row -> row.result().joined());
    count("connect_failures", row -> sum(row.result().connectFailures()));
    count("disconnects", row -> sum(row.result().disconnects()));
    count("scheduled", row -> row.result().hold().scheduled());
    count("sent", row -> row.result().hold().sent());
    count("expected", row -> row.result().hold().expected());
    count("delivered", row -> row.result().hold().delivered());
    count("lost", row -> row.result().hold().lost());
    add("loss_pct", row -> Cells.pct(row.result().hold().lost(), row.result().hold().expected()));
    count("duplicated", row -> row.result().hold().duplicated());
    count("reordered", row -> row.result().hold().reordered());
    count("corrupt", row -> row.result().hold().corrupt());
    count("misrouted", row -> row.result().hold().misrouted());
    count("ramp_sent", row -> row.result().ramp().sent());
    count("ramp_expected", row -> row.result().ramp().expected());
    count("ramp_lost", row -> row.result().ramp().lost());
  }

  private void throughput() {
    perSecond("tps_sent", 2, result -> result.hold().sent());
    perSecond("tps_received", 2, StageResult::receivedInHold);
    perSecond("tps", 2, result -> result.hold().sent() + result.receivedInHold());
  }

  private void times() {
    Function<StageRow, TimeSummary> rtt = row -> row.result().rtt();
    time("rtt_mean_ms", rtt, TimeSummary::meanNs);
    percentiles("rtt", rtt);
    time("rtt_p999_ms", rtt, TimeSummary::p999Ns);
    time("rtt_max_ms", rtt, TimeSummary::maxNs);
    Function<StageRow, TimeSummary> service = row -> row.result().service();
    time("service_mean_ms", service, TimeSummary::meanNs);
    percentiles("service", service);
    time("service_max_ms", service, TimeSummary::maxNs);
    Function<StageRow, TimeSummary> delivery = row -> row.result().delivery();
    time("delivery_mean_ms", delivery, TimeSummary::meanNs);
    percentiles("delivery", delivery);
    time("delivery_p999_ms", delivery, TimeSummary::p999Ns);
    time("delivery_max_ms", delivery, TimeSummary::maxNs);
    time("reach_first_p50_ms", row -> row.result().reach().first(), TimeSummary::p50Ns);
    time("reach_50_p50_ms", row -> row.result().reach().half(), TimeSummary::p50Ns);
    time("reach_100_p50_ms", row -> row.result().reach().all(), TimeSummary::p50Ns);
    time("reach_100_p95_ms", row -> row.result().reach().all(), TimeSummary::p95Ns);
    time("reach_100_p99_ms", row -> row.result().reach().all(), TimeSummary::p99Ns);
  }

  /** A clock that stamps a frame when the driver has it can say nothing of the receive delay. */
  private void arrival() {
    time("send_delay_p50_ms", row -> row.result().sendDelay(), TimeSummary::p50Ns);
    time("send_delay_p99_ms", row -> row.result().sendDelay(), TimeSummary::p99Ns);
    time("send_delay_max_ms", row -> row.result().sendDelay(), TimeSummary::maxNs);
    add(
        "arrival_clock",
        row ->
            row.result()
                .arrival()
                .clock()
                .map(clock -> clock.name().toLowerCase(Locale.ROOT))
                .orElse(Cells.NOT_MEASURED));
    time("receive_delay_p50_ms", row -> row.result().arrival().receiveDelay(), TimeSummary::p50Ns);
    time("receive_delay_p99_ms", row -> row.result().arrival().receiveDelay(), TimeSummary::p99Ns);
    time("receive_delay_max_ms", row -> row.result().arrival().receiveDelay(), TimeSummary::maxNs);
  }

  private void resources() {
    resource("cpu_mean_pct", row -> Cells.decimal(row.cpuMeanPct(), 2));
    resource("cpu_max_pct", row -> Cells.decimal(row.cpuMaxPct(), 2));
    resource("companion_cpu_mean_pct", row -> Cells.decimal(row.companionCpuMeanPct(), 2));
    resource("memory_mean_mib", row -> Cells.decimal(row.memoryMeanMib(), 1));
    resource("memory_max_mib", row -> Cells.decimal(row.memoryMaxMib(), 1));
    // Seen from the server, as the figures before them: what the users sent is what it received.
    perSecond("rx_bytes_per_s", 0, StageResult::txBytes);
    perSecond("tx_bytes_per_s", 0, StageResult::rxBytes);
    resource("cpu_us_per_delivery", row -> Cells.decimal(row.cpuUsPerDelivery(), 3));
    resource("driver_cpu_pct", row -> Cells.decimal(row.driverCpuPct(), 2));
    resource("driver_run_delay_pct", row -> Cells.decimal(row.driverRunDelayPct(), 2));
    add("driver_stall_max_ms", row -> Cells.ms((double) row.result().stallMaxNs()));
    add("frames_per_read", row -> Cells.decimal(row.result().arrival().framesPerRead(), 2));
    resource("machine_idle_pct", row -> Cells.decimal(row.machineIdlePct(), 2));
    resource("steal_pct", row -> Cells.decimal(row.stealPct(), 2));
  }

  private void verdict() {
    add("valid", row -> Boolean.toString(row.verdict().isValid()));
    add("invalid_reasons", row -> row.verdict().text());
  }

  private void stamps() {
    add("shared_stamp_pct", row -> Cells.decimal(row.result().arrival().sharedStampPct(), 2));
  }

  private void users() {
    count("reconnects", row -> users(row).reconnects());
    count("unserved", row -> row.result().unserved());
    count("owed", row -> users(row).owed().total());
    add("owed_lost_pct", row -> Cells.pct(owedLost(row), users(row).owed().total()));
    time("connect_p50_ms", row -> users(row).connect(), TimeSummary::p50Ns);
    time("connect_p99_ms", row -> users(row).connect(), TimeSummary::p99Ns);
    time("join_p99_ms", row -> users(row).join(), TimeSummary::p99Ns);
    add("rtt_coverage_pct", row -> ofScheduled(row, users(row).coverage().returned()));
    time("rtt_p95_censored_ms", row -> users(row).coverage().censored(), TimeSummary::p95Ns);
    add("reach_100_coverage_pct", row -> ofScheduled(row, users(row).coverage().complete()));
    add("connect_failure_causes", row -> Cells.causes(row.result().connectFailures()));
    add("disconnect_causes", row -> Cells.causes(row.result().disconnects()));
  }

  private static UserAccount users(StageRow row) {
    return row.result().users();
  }

  private static long owedLost(StageRow row) {
    return users(row).owed().total() - row.result().hold().delivered();
  }

  private static String ofScheduled(StageRow row, long messages) {
    return Cells.pct(messages, row.result().hold().scheduled());
  }

  private void clocks() {
    count("negative_times", row -> row.result().arrival().negativeTimes());
  }

  private void surroundings() {
    surrounding("cores_available", row -> Cells.decimal(row.coresAvailable(), 3));
    surrounding("busiest_thread_pct", row -> Cells.decimal(row.busiestThreadPct(), 2));
    surrounding("target_run_delay_pct", row -> Cells.decimal(row.targetRunDelayPct(), 2));
    surrounding("foreign_cpu_pct", row -> Cells.decimal(row.foreignCpuPct(), 2));
    surrounding("bottleneck", row -> row.bottleneck().orElse(Cells.NOT_MEASURED));
    add(
        "receive_buffer_max_pct",
        row -> Cells.decimal(row.result().arrival().receiveBufferMaxPct(), 2));
  }

  private void add(String name, Function<StageRow, String> cell) {
    columns.add(new Column<>(name, cell));
  }

  private void count(String name, ToLongFunction<StageRow> value) {
    add(name, row -> Long.toString(value.applyAsLong(row)));
  }

  private void perSecond(String name, int places, ToLongFunction<StageResult> value) {
    add(
        name,
        row ->
            Cells.perSecond(value.applyAsLong(row.result()), row.result().holdSeconds(), places));
  }

  private void percentiles(String prefix, Function<StageRow, TimeSummary> summary) {
    time(prefix + "_p50_ms", summary, TimeSummary::p50Ns);
    time(prefix + "_p95_ms", summary, TimeSummary::p95Ns);
    time(prefix + "_p99_ms", summary, TimeSummary::p99Ns);
  }

  private void time(
      String name, Function<StageRow, TimeSummary> summary, ToDoubleFunction<TimeSummary> ns) {
    add(name, row -> Cells.ms(summary.apply(row), ns));
  }

  private void resource(String name, Function<Resources, String> cell) {
    add(name, row -> cell.apply(row.resources()));
  }

  private void surrounding(String name, Function<Surroundings, String> cell) {
    resource(name, row -> cell.apply(row.surroundings()));
  }

  private static long sum(Map<String, Integer> byReason) {
    return byReason.values().stream().mapToLong(Integer::longValue).sum();
  }
}
