package org.boardbench.report.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.table.StoredTable;
import tools.jackson.databind.JsonNode;

/** Reads the folder of a calibration, strictly: what it does not understand, it refuses by name. */
public final class CalibrationReader {
  private static final String MANIFEST = FileNames.CALIBRATION;
  private static final String TABLE = CalibrationColumns.TABLE.fileName();

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
   * @throws StoreException when a file is missing, is of another format, lacks a column or has a
   *     cell that cannot be read, or when no case has ended
   */
  public static StoredCalibration read(Path folder) throws StoreException {
    try {
      return new CalibrationReader(folder).calibration();
    } catch (StoreException e) {
      throw new StoreException(folder + ": " + e.getMessage());
    }
  }

  private StoredCalibration calibration() throws StoreException {
    JsonNode manifest = JsonManifest.read(folder.resolve(MANIFEST), MANIFEST + ": missing");
    Format.check(manifest, MANIFEST + ":", Format.CALIBRATION);
    StoredTable<CalibrationRecord> table = StoredTable.read(folder, CalibrationColumns.TABLE);
    List<CalibrationRow> rows = CalibrationRows.of(table.rows());
    if (rows.isEmpty()) {
      throw new StoreException(TABLE + ": no case has ended, so nothing to report");
    }
    return new StoredCalibration(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        manifest,
        rows,
        JsonManifest.texts(manifest, MANIFEST, "failures"),
        notes(manifest, rows, table.isTorn()));
  }

  private static List<String> notes(JsonNode manifest, List<CalibrationRow> rows, boolean torn)
      throws StoreException {
    List<String> notes = new ArrayList<>();
    if (!JsonManifest.flag(manifest, MANIFEST, "complete")) {
      Set<Object> cases = new HashSet<>();
      rows.forEach(row -> cases.add(List.of(row.part(), row.name())));
      notes.add("Unfinished: this calibration broke off after " + cases.size() + " cases.");
    }
    if (torn) {
      notes.add(RunReader.tornNote(CalibrationColumns.TABLE));
    }
    if (JsonManifest.flag(manifest, MANIFEST, "quick")) {
      notes.add("A quick calibration: fewer and shorter cases than a full one.");
    }
    return notes;
  }
}
