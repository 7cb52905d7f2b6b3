package org.boardbench.report.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseFloorsTest {
  private static final String ID = "calibration-20260131-235958";

  @TempDir private Path results;

  @Test
  void aRunKeepsItsCalibrationInItsFolderOrBesideIt() throws Exception {
    Path folder = Files.createDirectories(results.resolve("paper-1"));
    Path kept = calibration(folder.resolve("calibration"), ID);

    NoiseFloors inFolder = NoiseFloors.of(ID, folder, results.resolve("none"));
    Files.move(kept, results.resolve(ID));
    NoiseFloors beside = NoiseFloors.of(ID, folder, results.resolve("none"));
    NoiseFloors ofResults = NoiseFloors.of(ID, Path.of("elsewhere", "run"), results);

    assertThat(inFolder.floors())
        .containsOnlyKeys(
            StageTimes.RTT_P50_MS.name(),
            StageTimes.RTT_P95_MS.name(),
            StageTimes.RTT_P99_MS.name(),
            StageCounts.TPS.name(),
            StageCosts.CPU_MEAN_PCT.name());
    assertThat(inFolder.words()).contains(ID, "equal starts of the reference at 300 users");
    assertThat(beside).isEqualTo(inFolder);
    assertThat(ofResults).isEqualTo(inFolder);
  }

  @Test
  void aFloorIsThatOfTheEqualTrialsAndNotOfWhatSumsThemUp() throws Exception {
    Path kept = calibration(results.resolve("paper-1/calibration"), ID);
    StoredCalibration calibration = CalibrationReader.read(kept);

    NoiseFloors floors = NoiseFloors.of(ID, results.resolve("paper-1"), results);

    assertThat(floors.floors().get("tps"))
        .isEqualTo(
            NoiseFloor.of(
                    calibration.rows().stream()
                        .filter(row -> row.figure().equals("tps") && row.repetition().isPresent())
                        .mapToDouble(CalibrationRow::measured))
                .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "delivery_p99, delivery_p99_ms",
    "reach_100_p95, reach_100_p95_ms",
    "memory_max_mib, memory_max_mib",
    "cpu_us_per_delivery, cpu_us_per_delivery"
  })
  void aFigureThatACalibrationMeasuresHasAFloorByItsColumn(String figure, String column)
      throws Exception {
    Path kept = calibration(results.resolve("paper-1/calibration"), ID);
    Path rows = kept.resolve("calibration.csv");
    Files.writeString(rows, Files.readString(rows).replace("cpu_mean_pct", figure));

    assertThat(NoiseFloors.of(ID, results.resolve("paper-1"), results).floors())
        .containsKey(column)
        .doesNotContainKey("cpu_mean_pct");
  }

  @Test
  void thereIsNoFloorOfAnotherCalibrationOrOfNone() throws Exception {
    Path folder = Files.createDirectories(results.resolve("paper-1"));
    calibration(folder.resolve("calibration"), ID);

    NoiseFloors other = NoiseFloors.of("calibration-other", folder, results);
    NoiseFloors none = NoiseFloors.of("", folder, results);
    NoiseFloors outside = NoiseFloors.of("../paper-1/calibration", folder, results);

    assertThat(other.floors()).isEmpty();
    assertThat(other.words())
        .isEqualTo("No noise floor: calibration-other is not there, or cannot be read.");
    assertThat(none.words()).isEqualTo("No noise floor: the run leans on no calibration.");
    assertThat(outside.floors()).isEmpty();
  }

  private static Path calibration(Path folder, String id) throws IOException {
    Path manifest = SyntheticCalibration.write(folder).resolve("calibration.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{\"run_id\": \"" + id + "\", "));
    return folder;
  }
}
