package org.boardbench.findings.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.CalibrationFigure;
import org.boardbench.results.row.CalibrationPart;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;
import org.boardbench.statistics.NoiseFloor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far apart figures are on a run's machine by nothing, as the calibration says that the run
 * leans on.
 *
 * @param floors by the name of the column in {@code stages.csv}
 * @param words which calibration it is, or why there is no floor; a sentence
 */
public record NoiseFloors(Map<String, NoiseFloor> floors, String words) {
  private static final Map<String, Column<StageRecord>> COLUMNS =
      Map.of(
          CalibrationFigure.RTT_P50, StageTimes.RTT_P50_MS,
          CalibrationFigure.RTT_P95, StageTimes.RTT_P95_MS,
          CalibrationFigure.RTT_P99, StageTimes.RTT_P99_MS,
          CalibrationFigure.TPS, StageCounts.TPS,
          CalibrationFigure.CPU_MEAN_PCT, StageCosts.CPU_MEAN_PCT,
          CalibrationFigure.DELIVERY_P99, StageTimes.DELIVERY_P99_MS,
          CalibrationFigure.REACH_100_P95, StageTimes.REACH_100_P95_MS,
          CalibrationFigure.MEMORY_MAX_MIB, StageCosts.MEMORY_MAX_MIB,
          CalibrationFigure.CPU_US_PER_DELIVERY, StageCosts.CPU_US_PER_DELIVERY);

  /** In the run's folder, as runs that are kept for good have it. */
  private static final String KEPT = "calibration";

  public NoiseFloors {
    floors = Map.copyOf(floors);
  }

  /**
   * Of the calibration that a run names, where it is in the run's folder or beside it.
   *
   * @param id of that calibration; empty where the run leans on none
   * @param folder the run's
   * @param results where calibrations go
   */
  public static NoiseFloors of(String id, Path folder, Path results) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      return none("the run leans on no calibration");
    }
    return Stream.of(folder.resolve(KEPT), folder.resolveSibling(id), results.resolve(id))
        .filter(candidate -> Files.exists(candidate.resolve(FileNames.CALIBRATION)))
        .flatMap(candidate -> read(candidate, id).stream())
        .findFirst()
        .orElseGet(() -> none(id + " is not there, or cannot be read"));
  }

  /** Of the figure that variants are ranked by. */
  public Optional<NoiseFloor> rttP95() {
    return Optional.ofNullable(floors.get(StageTimes.RTT_P95_MS.name()));
  }

  private static NoiseFloors none(String why) {
    return new NoiseFloors(Map.of(), "No noise floor: " + why + ".");
  }

  private static Optional<NoiseFloors> read(Path folder, String id) {
    try {
      JsonNode manifest =
          JsonMapper.shared().readTree(Files.readString(folder.resolve(FileNames.CALIBRATION)));
      Format.check(manifest, FileNames.CALIBRATION + ":", Format.CALIBRATION);
      return manifest.path("run_id").asString("").equals(id)
          ? Optional.of(of(StoredTable.read(folder, CalibrationColumns.TABLE).rows(), id))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      // What the run itself measured can be judged without.
      return Optional.empty();
    }
  }

  /** Of single trials, and not of what sums them up. */
  private static NoiseFloors of(List<StoredRow<CalibrationRecord>> rows, String id) {
    List<StoredRow<CalibrationRecord>> noise =
        rows.stream()
            .filter(
                row -> row.text(CalibrationColumns.PART).equals(CalibrationPart.NOISE.toString()))
            .filter(row -> row.optionalNumber(CalibrationColumns.REPETITION).isPresent())
            .toList();
    Map<String, NoiseFloor> floors = new HashMap<>();
    COLUMNS.forEach((figure, column) ->
        NoiseFloor.of(
                noise.stream()
                    .filter(row -> row.text(CalibrationColumns.FIGURE).equals(figure))
                    .mapToDouble(row -> row.figure(CalibrationColumns.MEASURED)))
            .ifPresent(floor -> floors.put(column.name(), floor)));
    return floors.isEmpty()
        ? none(id + " has fewer than three equal trials")
        : new NoiseFloors(floors, words(floors, noise, id));
  }

  private static String words(
      Map<String, NoiseFloor> floors, List<StoredRow<CalibrationRecord>> noise, String id) {
    return "Noise floor of "
        + String.join(", ", floors.keySet().stream().sorted().toList())
        + ": by "
        + id
        + ", "
        + floors.values().stream().mapToInt(NoiseFloor::starts).max().orElse(0)
        + " equal starts of the reference at "
        + noise.getFirst().number(CalibrationColumns.USERS)
        + " users; of other figures nobody measured it.";
  }
}
