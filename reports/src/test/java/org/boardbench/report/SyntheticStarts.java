package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageColumns;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.table.Column;

/** Writes a run of which a test says each figure of each start; all others were not measured. */
public final class SyntheticStarts {
  private final String id;
  private final Map<String, String> manifest = new HashMap<>();
  private final List<Map<String, String>> rows = new ArrayList<>();

  public SyntheticStarts(String id) {
    this.id = id;
    manifest.put("seed", "42");
    manifest.put("plan", "{\"name\": \"x\"}");
  }

  /**
   * A key of {@code run.json}.
   *
   * @param json its value
   */
  public SyntheticStarts with(String key, String json) {
    manifest.put(key, json);
    return this;
  }

  /** A figure of a load: a value for each start. */
  public SyntheticStarts figure(String target, int users, String figure, double... values) {
    for (int i = 0; i < values.length; i++) {
      row(target, i + 1, users).put(figure, Double.toString(values[i]));
    }
    return this;
  }

  /** All starts at that load. */
  public SyntheticStarts invalid(String target, int users) {
    for (Map<String, String> row : rows) {
      if (row.get("target").equals(target) && row.get("users").equals(Integer.toString(users))) {
        row.put("valid", "false");
        row.put("invalid_reasons", "stall 81 ms > 50 ms");
      }
    }
    return this;
  }

  private Map<String, String> row(String target, int repetition, int users) {
    for (Map<String, String> row : rows) {
      if (row.get("target").equals(target)
          && row.get("repetition").equals(Integer.toString(repetition))
          && row.get("users").equals(Integer.toString(users))) {
        return row;
      }
    }
    Map<String, String> row = new HashMap<>();
    row.put("trial_id", target + "-r" + repetition);
    row.put("target", target);
    row.put("repetition", Integer.toString(repetition));
    row.put("users", Integer.toString(users));
    row.put("stage", "1");
    row.put("status", "ok");
    row.put("valid", "true");
    rows.add(row);
    return row;
  }

  /** Creates {@code folder}. */
  public Path writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    manifest.put("run_id", "\"" + id + "\"");
    Files.writeString(
        folder.resolve("run.json"),
        manifest.entrySet().stream()
            .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
    write(folder, StageColumns.TABLE.fileName(), StageColumns.TABLE.columns(), rows);
    Map<String, Map<String, String>> trials = new HashMap<>();
    rows.forEach(row -> trials.put(row.get("trial_id"), row));
    write(
        folder,
        TrialColumns.TABLE.fileName(),
        TrialColumns.TABLE.columns(),
        List.copyOf(trials.values()));
    write(folder, SecondColumns.TABLE.fileName(), SecondColumns.TABLE.columns(), List.of());
    write(folder, ResourceColumns.TABLE.fileName(), ResourceColumns.TABLE.columns(), List.of());
    return folder;
  }

  private static <R> void write(
      Path folder, String file, List<Column<R>> columns, List<Map<String, String>> rows)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).collect(Collectors.joining(",")));
    for (Map<String, String> row : rows) {
      lines.add(
          columns.stream()
              .map(column -> row.getOrDefault(column.name(), unmeasured(column)))
              .collect(Collectors.joining(",")));
    }
    Files.writeString(folder.resolve(file), String.join("\r\n", lines) + "\r\n");
  }

  /** What may be empty is. */
  private static String unmeasured(Column<?> column) {
    return switch (column.type()) {
      case NAME -> column.equals(TrialColumns.START) ? "2026-01-31T12:00:00Z" : "x";
      case NUMBER -> "1";
      default -> "";
    };
  }
}
