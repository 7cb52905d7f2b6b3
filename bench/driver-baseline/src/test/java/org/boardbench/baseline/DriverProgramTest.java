package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.boardbench.results.table.StoredRow;
import org.junit.jupiter.api.Test;

class DriverProgramTest {
  private static final PinnedProcess.Usage USAGE =
      new PinnedProcess.Usage(Duration.ofSeconds(9), 90_000);

  private final Map<String, String> stage =
      new HashMap<>(
          Map.of(
              "tps_received", "90012.5",
              "lost", "3",
              "driver_cpu_pct", "31.25",
              "frames_per_read", "1.8",
              "rtt_p50_ms", "1.5",
              "rtt_p99_ms", "",
              "valid", "false",
              "invalid_reasons", "steal 3 % > 2 %",
              "arrival_clock", "kernel",
              "receive_delay_p99_ms", "0.4"));

  @Test
  void figuresComeFromTheStagesRowAndTheDriversLog() throws Exception {
    Figures figures =
        DriverProgram.figures(
            StoredRow.of(stage),
            """
            … stage 1: …
            … allocated 0.250 bytes a delivery
            … spent 40.0 % of its CPU time in the kernel
            """,
            USAGE);

    assertThat(figures.cpuPct()).isEqualTo(31.25);
    assertThat(figures.lost()).isEqualTo(3);
    assertThat(figures.rttP50Ms()).hasValue(1.5);
    assertThat(figures.rttP99Ms()).as("an empty cell was not measured").isEmpty();
    assertThat(figures.valid()).hasValue(false);
    assertThat(figures.allocatedBytes()).hasValue(0.25);
    assertThat(figures.kernelCpuPct()).as("of one core").hasValue(12.5);
    assertThat(figures.usage()).isEqualTo(USAGE);
    assertThat(figures.arrivals())
        .isEqualTo(new Arrivals("kernel", OptionalDouble.of(0.4), OptionalDouble.empty()));
  }

  @Test
  void aRowThatNobodyJudgedIsNeitherValidNorInvalid() throws Exception {
    stage.put("valid", "");

    assertThat(DriverProgram.figures(StoredRow.of(stage), "", USAGE).valid()).isEmpty();
  }

  @Test
  void withoutTheDriversCpuThereIsNothingToCompare() {
    stage.put("driver_cpu_pct", "");

    assertThatThrownBy(() -> DriverProgram.figures(StoredRow.of(stage), "", USAGE))
        .hasMessage("the driver's CPU was not measured");
  }
}
