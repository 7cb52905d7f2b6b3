package org.boardbench.report.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.results.table.StoredTable;
import tools.jackson.databind.JsonNode;

/** Reads the folder of a run of several clients, strictly. */
public final class ClientShareReader {
  private static final String MANIFEST = FileNames.CLIENT_SHARE;
  private static final String TABLE = ClientColumns.TABLE.fileName();

  private final Path folder;

  private ClientShareReader(Path folder) {
    this.folder = folder;
  }

  /** Whether {@code folder} holds such a run, whole or not. */
  public static boolean isClientShare(Path folder) {
    return Files.exists(folder.resolve(MANIFEST)) || Files.exists(folder.resolve(TABLE));
  }

  /**
   * Reads the run that is stored in {@code folder}, also one that has not ended.
   *
   * @throws StoreException when a file is missing, is of another format, lacks a column or has a
   *     cell that cannot be read, or when no hold gave figures
   */
  public static StoredClientShare read(Path folder) throws StoreException {
    try {
      return new ClientShareReader(folder).run();
    } catch (StoreException e) {
      throw new StoreException(folder + ": " + e.getMessage());
    }
  }

  private StoredClientShare run() throws StoreException {
    JsonNode manifest = JsonManifest.read(folder.resolve(MANIFEST), MANIFEST + ": missing");
    Format.check(manifest, MANIFEST + ":", Format.CLIENT_SHARE);
    StoredTable<ClientRecord> table = StoredTable.read(folder, ClientColumns.TABLE);
    List<StoredRow<ClientRecord>> good =
        table.rows().stream().filter(ClientShareReader::isOk).toList();
    if (good.isEmpty()) {
      throw new StoreException(TABLE + ": no hold gave figures, so nothing to report");
    }
    return new StoredClientShare(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        manifest,
        good,
        table.rows().stream().filter(row -> !isOk(row)).map(ClientShareReader::failure).toList(),
        notes(manifest, table));
  }

  private static boolean isOk(StoredRow<ClientRecord> row) {
    return row.flag(ClientColumns.OK).orElse(false);
  }

  private static String failure(StoredRow<ClientRecord> row) {
    return "%s, %d users, %s: %s"
        .formatted(
            row.text(ClientColumns.TARGET),
            row.number(ClientColumns.USERS),
            row.text(ClientColumns.CLIENT),
            row.text(ClientColumns.REASON));
  }

  private static List<String> notes(JsonNode manifest, StoredTable<ClientRecord> table)
      throws StoreException {
    List<String> notes = new ArrayList<>();
    if (!JsonManifest.flag(manifest, MANIFEST, "complete")) {
      notes.add("Unfinished: this run broke off after " + table.rows().size() + " holds.");
    }
    if (table.isTorn()) {
      notes.add(RunReader.tornNote(ClientColumns.TABLE));
    }
    for (Map.Entry<String, JsonNode> client : manifest.path("clients").properties()) {
      String reason = client.getValue().path("skipped").stringValue("");
      if (!reason.isEmpty()) {
        notes.add("Without " + client.getKey() + ": " + reason + ".");
      }
    }
    return notes;
  }
}
