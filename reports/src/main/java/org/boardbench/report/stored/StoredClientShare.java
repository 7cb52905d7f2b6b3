package org.boardbench.report.stored;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.StoredRow;
import tools.jackson.databind.JsonNode;

/**
 * What a run of several clients left on disk.
 *
 * @param name the folder's name
 * @param manifest {@code client-share.json}
 * @param rows of holds that gave figures, in the file's order; at least one
 * @param failures a line for each hold that gave none
 * @param notes for the reader of a report, one sentence each
 */
public record StoredClientShare(
    String name,
    JsonNode manifest,
    List<StoredRow<ClientRecord>> rows,
    List<String> failures,
    List<String> notes) {
  public StoredClientShare {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /** In the file's order. */
  public List<String> targets() {
    return rows.stream().map(row -> row.text(ClientColumns.TARGET)).distinct().toList();
  }

  /** Our own driver first, the others in alphabetical order. */
  public List<String> clients() {
    List<String> others =
        rows.stream()
            .map(row -> row.text(ClientColumns.CLIENT))
            .filter(client -> !client.equals(ClientRecord.BOARDBENCH))
            .distinct()
            .sorted()
            .toList();
    boolean hasOwn =
        rows.stream()
            .anyMatch(row -> row.text(ClientColumns.CLIENT).equals(ClientRecord.BOARDBENCH));
    return hasOwn
        ? Stream.concat(Stream.of(ClientRecord.BOARDBENCH), others.stream()).toList()
        : others;
  }

  /** Ascending. */
  public List<Integer> users(String target) {
    return rows.stream()
        .filter(row -> row.text(ClientColumns.TARGET).equals(target))
        .map(row -> row.number(ClientColumns.USERS))
        .distinct()
        .sorted()
        .toList();
  }

  /** The holds of one client at one load, a row for each fresh start. */
  public List<StoredRow<ClientRecord>> starts(String target, int users, String client) {
    return rows.stream()
        .filter(row -> row.text(ClientColumns.TARGET).equals(target))
        .filter(row -> row.number(ClientColumns.USERS) == users)
        .filter(row -> row.text(ClientColumns.CLIENT).equals(client))
        .toList();
  }

  /** A measure of these holds. */
  public ClientStarts starts(String target, int users, String client, ClientMeasure measure) {
    return ClientStarts.of(starts(target, users, client), measure);
  }
}
