package org.boardbench.report.stored;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a run of the microbenchmarks left on disk.
 *
 * @param name the folder's name
 * @param runId by which results name it, wherever the folder was moved to
 * @param manifest {@code run.json}
 * @param quick whether it has fewer and shorter measurements than a full one
 * @param rows in the file's order, at least one
 * @param failures a line for each benchmark that failed
 * @param warnings of JMH
 * @param notes for the reader of a report, one sentence each
 */
public record StoredMicro(
    String name,
    String runId,
    JsonNode manifest,
    boolean quick,
    List<MicroRow> rows,
    List<String> failures,
    List<String> warnings,
    List<String> notes) {
  public StoredMicro {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  /** Of one benchmark, in the file's order; none when it is not in this run. */
  public List<MicroRow> rows(String benchmark) {
    return rows.stream().filter(row -> row.benchmark().equals(benchmark)).toList();
  }
}
