package org.boardbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverCsvTest {
  @TempDir Path folder;

  @Test
  void aRowIsInTheFileAsSoonAsItIsMeasuredWhateverTheLocale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    Path file = folder.resolve("driver.csv");
    Settings settings =
        new Settings(
            List.of(Load.values()),
            List.of(),
            List.of(),
            List.of(),
            3,
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            "0",
            "1");
    try (DriverCsv csv = DriverCsv.create(file, "bench-driver-1", settings)) {
      csv.append(Samples.driver(Load.ONE_BOARD, 2, 23.456, 5, 2_560));

      assertThat(Files.readAllLines(file))
          .containsExactly(
              "run_id,load,users,boards,rate_per_user,payload_bytes,round,client,hold_s,"
                  + "deliveries_per_s,lost,cpu_pct,kernel_cpu_pct,frames_per_read,rtt_p50_ms,rtt_p99_ms,"
                  + "peak_memory_mib,other_programs_cpu_pct,allocated_bytes_per_delivery,arrival_clock,"
                  + "receive_delay_p99_ms,shared_stamp_pct,valid,invalid_reasons",
              "bench-driver-1,300u-1b,300,1,1,300,2,driver,8,90000.0,5,23.46,5.86,1.50,1.250,,2.5,25.0,"
                  + "0.500,kernel,0.250,12.50,false,stall 81 ms > 50 ms");
    } finally {
      Locale.setDefault(before); // complements the change above
    }
  }
}
