package org.boardbench.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.results.row.CalibrationValue;
import org.boardbench.results.row.HoldCosts;
import org.junit.jupiter.api.Test;

class NoiseStepTest {
  @Test
  void measuresWhatRunsAreComparedBy() {
    HoldCosts.ServerUse server =
        new HoldCosts.ServerUse(
            OptionalDouble.of(12),
            OptionalDouble.of(20),
            OptionalDouble.empty(),
            OptionalDouble.of(60),
            OptionalDouble.of(70),
            OptionalDouble.of(3.5));

    List<CalibrationValue> findings = NoiseStep.findings(new ScriptedStage().result(), server);

    assertThat(findings)
        .extracting(CalibrationValue::figure)
        .contains(
            "rtt_p50",
            "rtt_p95",
            "rtt_p99",
            "tps",
            "cpu_mean_pct",
            "delivery_p99",
            "memory_max_mib",
            "cpu_us_per_delivery");
    assertThat(findings)
        .filteredOn(finding -> finding.figure().equals("memory_max_mib"))
        .extracting(CalibrationValue::measured)
        .containsExactly(OptionalDouble.of(70));
  }
}
