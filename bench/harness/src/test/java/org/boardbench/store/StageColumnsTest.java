package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Cells;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.Test;

class StageColumnsTest {
  /** As the design has them. */
  private static final String CONTRACT =
      """
      run_id,trial_id,target,repetition,order,stage,users,boards,rate_per_user,payload_bytes,hold_s,
      joined,connect_failures,disconnects,scheduled,sent,expected,delivered,lost,loss_pct,duplicated,reordered,corrupt,misrouted,
      ramp_sent,ramp_expected,ramp_lost,
      tps_sent,tps_received,tps,
      rtt_mean_ms,rtt_p50_ms,rtt_p95_ms,rtt_p99_ms,rtt_p999_ms,rtt_max_ms,
      service_mean_ms,service_p50_ms,service_p95_ms,service_p99_ms,service_max_ms,
      delivery_mean_ms,delivery_p50_ms,delivery_p95_ms,delivery_p99_ms,delivery_p999_ms,delivery_max_ms,
      reach_first_p50_ms,reach_50_p50_ms,reach_100_p50_ms,reach_100_p95_ms,reach_100_p99_ms,
      send_delay_p50_ms,send_delay_p99_ms,send_delay_max_ms,arrival_clock,receive_delay_p50_ms,receive_delay_p99_ms,receive_delay_max_ms,
      cpu_mean_pct,cpu_max_pct,companion_cpu_mean_pct,memory_mean_mib,memory_max_mib,rx_bytes_per_s,tx_bytes_per_s,cpu_us_per_delivery,
      driver_cpu_pct,driver_run_delay_pct,driver_stall_max_ms,frames_per_read,machine_idle_pct,steal_pct,valid,invalid_reasons,
      shared_stamp_pct,
      reconnects,unserved,owed,owed_lost_pct,connect_p50_ms,connect_p99_ms,join_p99_ms,
      rtt_coverage_pct,rtt_p95_censored_ms,reach_100_coverage_pct,connect_failure_causes,disconnect_causes,
      negative_times,
      cores_available,busiest_thread_pct,target_run_delay_pct,foreign_cpu_pct,bottleneck,receive_buffer_max_pct
      """;

  @Test
  void namesAndOrderAreThoseOfTheContract() {
    // The golden file has those that come after them.
    assertThat(StageColumns.TABLE.header()).startsWith(CONTRACT.replace("\n", "").split(","));
  }

  @Test
  void lossIsThePercentageOfExpectedThatWasLost() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("expected", "2380")
        .containsEntry("lost", "50")
        .containsEntry("loss_pct", "2.1008");
  }

  @Test
  void ratesAreThoseOfTheHold() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("hold_s", "8.000")
        .containsEntry("tps_sent", "148.75")
        .containsEntry("tps_received", "293.13")
        .containsEntry("tps", "441.88");
  }

  @Test
  void failuresAndDisconnectsAreCountedOverAllReasons() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("connect_failures", "1")
        .containsEntry("disconnects", "5");
  }

  @Test
  void whatThePlanOwesAndWhatItsAbsentUsersTookAwayStandsBesideTheLoss() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("reconnects", "4")
        .containsEntry("unserved", "6")
        .containsEntry("owed", "2500")
        .containsEntry("owed_lost_pct", "6.8000")
        .containsEntry("rtt_coverage_pct", "97.5000")
        .containsEntry("reach_100_coverage_pct", "95.8333")
        .containsEntry("disconnect_causes", "closed 1006 ×3; reset ×2");
  }

  @Test
  void ofManyCausesTheMostFrequentAreNamedAndTheOthersCounted() {
    Map<String, Integer> causes = Map.of("a", 3, "b", 3, "c", 100, "d", 1, "e", 4, "f", 5, "g", 1);

    assertThat(Cells.causes(causes)).isEqualTo("c ×100; f ×5; e ×4; a ×3; b ×3; … and 2 more");
    assertThat(Cells.causes(Map.of())).isEmpty();
  }

  @Test
  void theKernelsClockTellsWhatTheDriverWouldHaveAdded() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("send_delay_p50_ms", "0.030")
        .containsEntry("arrival_clock", "kernel")
        .containsEntry("receive_delay_p50_ms", "0.040")
        .containsEntry("receive_delay_max_ms", "1234.598")
        .containsEntry("shared_stamp_pct", "33.33")
        .containsEntry("negative_times", "3");
  }

  @Test
  void theNetworkIsSeenFromTheServer() {
    StageRow row = Samples.stageRow();
    assertThat(cells(row).get("tx_bytes_per_s"))
        .isEqualTo(Long.toString(Math.round(row.result().rxBytes() / row.result().holdSeconds())));
  }

  @Test
  void anInvalidRowSaysWhy() {
    assertThat(cells(Samples.stageRow()))
        .containsEntry("valid", "true")
        .containsEntry("invalid_reasons", "");
    assertThat(cells(Samples.emptyStageRow()))
        .containsEntry("valid", "false")
        .containsEntry("invalid_reasons", "run-delay 12.3 % > 5 %; stall 81.2 ms > 50 ms");
  }

  @Test
  void whatWasNotMeasuredIsEmptyAndWhatWasCountedIsZero() {
    Map<String, String> cells = cells(Samples.emptyStageRow());

    assertThat(cells)
        .containsEntry("expected", "0")
        .containsEntry("loss_pct", "")
        .containsEntry("tps", "")
        .containsEntry("rtt_p50_ms", "")
        .containsEntry("reach_100_p99_ms", "")
        .containsEntry("cpu_mean_pct", "")
        .containsEntry("arrival_clock", "")
        .containsEntry("receive_delay_p50_ms", "")
        .containsEntry("frames_per_read", "")
        .containsEntry("shared_stamp_pct", "")
        .containsEntry("connect_failures", "60");
  }

  private static Map<String, String> cells(StageRow row) {
    StageRecord record = new RowMapper("r", Samples.plan()).of(row);
    return StageColumns.TABLE.columns().stream()
        .collect(Collectors.toMap(Column::name, column -> column.cell().apply(record)));
  }
}
