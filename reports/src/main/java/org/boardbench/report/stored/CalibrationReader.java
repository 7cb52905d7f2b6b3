package org.boardbench.report.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the folder of a calibration, strictly: what it does not understand, it refuses by name. */
public final class CalibrationReader {
  private static final String MANIFEST = "calibration.json";
  private static final String TABLE = "calibration.csv";
  private static final int FORMAT = 1;

  private final Path folder;

  private CalibrationReader(Path folder) {
    this.folder = folder;
  }

  /** Whether {@code folder} holds a calibration, whole or not. */
  public static boolean isCalibration(Path folder) {
    return Files.exists(folder.resolve(MANIFEST)) || Files.exists(folder.resolve(TABLE));
  }

  /**
   * Reads the calibration that is stored in {@code folder}, also one that has not ended.
   *
   * @throws StoredRunException when a file is missing, is of another format, lacks a column or has
   *     a cell that cannot be read, or when no case has ended
   */
  public static StoredCalibration read(Path folder) throws StoredRunException {
    try {
      return new CalibrationReader(folder).calibration();
    } catch (StoredRunException e) {
      throw new StoredRunException(folder + ": " + e.getMessage());
    }
  }

  private StoredCalibration calibration() throws StoredRunException {
    JsonNode manifest = JsonManifest.read(folder.resolve(MANIFEST), MANIFEST + ": missing");
    JsonManifest.checkFormat(manifest, MANIFEST, FORMAT);
    CsvTable table = CsvTable.read(folder.resolve(TABLE), CalibrationRows.COLUMNS);
    List<CalibrationRow> rows = CalibrationRows.of(table.rows());
    if (rows.isEmpty()) {
      throw new StoredRunException(TABLE + ": no case has ended, so nothing to report");
    }
    return new StoredCalibration(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        manifest,
        rows,
        JsonManifest.texts(manifest, MANIFEST, "failures"),
        notes(manifest, rows, table.torn()));
  }

  private static List<String> notes(JsonNode manifest, List<CalibrationRow> rows, boolean torn)
      throws StoredRunException {
    List<String> notes = new ArrayList<>();
    if (!JsonManifest.flag(manifest, MANIFEST, "complete")) {
      Set<Object> cases = new HashSet<>();
      rows.forEach(row -> cases.add(List.of(row.part(), row.name())));
      notes.add("Unfinished: this calibration broke off after " + cases.size() + " cases.");
    }
    if (torn) {
      notes.add("The last line of " + TABLE + " is cut off and was not read.");
    }
    if (JsonManifest.flag(manifest, MANIFEST, "quick")) {
      notes.add("A quick calibration: fewer and shorter cases than a full one.");
    }
    return notes;
  }
}
