package org.boardbench.report.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.table.StoredTable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the folder of a run of the microbenchmarks, strictly: what it does not understand, it
 * refuses by name.
 */
public final class MicroReader {
  private static final String MANIFEST = FileNames.RUN;
  private static final String TABLE = MicroColumns.TABLE.fileName();
  private static final String JMH_OUTPUT = FileNames.JMH;

  private final Path folder;

  private MicroReader(Path folder) {
    this.folder = folder;
  }

  /** Whether {@code folder} holds a run of the microbenchmarks, whole or not. */
  public static boolean isMicro(Path folder) {
    return Files.exists(folder.resolve(TABLE)) || Files.exists(folder.resolve(JMH_OUTPUT));
  }

  /**
   * Reads the run that is stored in {@code folder}, also one that has not ended.
   *
   * @throws StoreException when the folder holds no such run, when a file is of another format,
   *     lacks a column or has a cell that cannot be read, or when no benchmark has ended
   */
  public static StoredMicro read(Path folder) throws StoreException {
    if (!Files.isDirectory(folder)) {
      throw new StoreException(folder + ": no such folder");
    }
    try {
      return new MicroReader(folder).micro();
    } catch (StoreException e) {
      throw new StoreException(folder + ": " + e.getMessage());
    }
  }

  private StoredMicro micro() throws StoreException {
    if (!isMicro(folder)) {
      throw new StoreException(
          "not the folder of a run of the microbenchmarks: " + TABLE + " is missing");
    }
    JsonNode manifest = JsonManifest.read(folder.resolve(MANIFEST), MANIFEST + ": missing");
    Format.check(manifest, MANIFEST + ":", Format.MICRO);
    if (!manifest.path("kind").asString("").equals("micro")) {
      throw new StoreException(MANIFEST + ": kind must be \"micro\", was " + manifest.path("kind"));
    }
    checkJmhOutput();
    StoredTable<MicroRecord> table = StoredTable.read(folder, MicroColumns.TABLE);
    List<MicroRow> rows = MicroRows.of(table.rows());
    List<String> failures = JsonManifest.texts(manifest, MANIFEST, "failures");
    boolean quick = isQuick(manifest, rows);
    List<String> notes = notes(manifest, quick, rows, failures, table.isTorn());
    if (rows.isEmpty()) {
      throw new StoreException(TABLE + ": no benchmark has ended, so nothing to report");
    }
    return new StoredMicro(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        runId(manifest),
        manifest,
        quick,
        rows,
        failures,
        JsonManifest.texts(manifest, MANIFEST, "warnings"),
        notes);
  }

  /** Nothing is read from it, but a broken one tells that somebody has touched the run. */
  private void checkJmhOutput() throws StoreException {
    Path file = folder.resolve(JMH_OUTPUT);
    if (Files.exists(file) && !JsonManifest.parse(file, JMH_OUTPUT + ": missing").isArray()) {
      throw new StoreException(JMH_OUTPUT + ": must hold a list of results");
    }
  }

  /** A run that was taken up again with other settings may hold rows of both kinds. */
  private static boolean isQuick(JsonNode manifest, List<MicroRow> rows) throws StoreException {
    return JsonManifest.flag(manifest, MANIFEST, "quick")
        || rows.stream().anyMatch(MicroRow::quick);
  }

  private static String runId(JsonNode manifest) throws StoreException {
    String id = manifest.path("run_id").asString("");
    if (id.isEmpty()) {
      throw new StoreException(MANIFEST + ": run_id must be a text");
    }
    return id;
  }

  private static List<String> notes(
      JsonNode manifest, boolean quick, List<MicroRow> rows, List<String> failures, boolean torn)
      throws StoreException {
    List<String> notes = new ArrayList<>();
    if (!JsonManifest.flag(manifest, MANIFEST, "complete")) {
      notes.add(
          "Unfinished: this run of the microbenchmarks broke off after "
              + rows.size()
              + (rows.size() == 1 ? " row." : " rows."));
    }
    if (!failures.isEmpty()) {
      notes.add(
          "Failed, and therefore not shown: "
              + failures.size()
              + (failures.size() == 1 ? " benchmark." : " benchmarks."));
    }
    if (torn) {
      notes.add(RunReader.tornNote(MicroColumns.TABLE));
    }
    if (quick) {
      notes.add(
          "A quick run of the microbenchmarks: fewer and shorter measurements than a full one, and"
              + " not to be cited.");
    }
    return notes;
  }
}
