package org.boardbench.cli.progress;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.boardbench.store.StoreException;
import org.boardbench.store.StoredResults;

/**
 * The results as a table for a terminal of 100 columns, read back from the run's files, so that it
 * says what is stored, and a resumed run is whole. A row is a target with a number of users;
 * several repetitions become their median.
 */
final class ResultTable {
  private static final int LONGEST_REASON = 300;

  private ResultTable() {}

  static void print(Path run, PrintStream out) throws StoreException {
    StoredResults results = StoredResults.read(run);
    out.print(render(results));
    out.println("Results: " + run);
    if (!results.trials().stream().allMatch(ResultTable::isOk)) {
      out.println("Run again what is not ok: bench/boardbench run --resume " + run);
    }
    out.flush();
  }

  static String render(StoredResults results) {
    StringBuilder text = new StringBuilder("\n");
    List<ResultGroup> groups = groups(results.stages());
    if (!groups.isEmpty()) {
      appendTable(groups, text);
      if (groups.stream().anyMatch(group -> group.size() > 1)) {
        text.append(" Medians over repetitions; loss over all of them. Times in ms.\n");
      } else {
        text.append(" Times in ms.\n");
      }
    }
    text.append(StandingRows.of(results.stages()).text());
    results.trials().stream()
        .filter(trial -> !isOk(trial))
        .forEach(trial -> text.append(failure(trial)));
    return text.append('\n').toString();
  }

  /** Blanks between columns and one rule: the library's borders would not fit in 100 columns. */
  private static void appendTable(List<ResultGroup> groups, StringBuilder text) {
    List<String> lines =
        AsciiTable.getTable(AsciiTable.NO_BORDERS, groups, columns())
            .lines()
            .map(String::stripTrailing)
            .toList();
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    text.append(lines.getFirst()).append('\n');
    text.append(' ').append("-".repeat(width - 1)).append('\n');
    lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
  }

  private static boolean isOk(Map<String, String> trial) {
    return trial.get("status").equals("ok");
  }

  /** A reason may quote many lines of a server's output; {@code trials.csv} has them all. */
  static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON - 1) + "…";
  }

  private static String failure(Map<String, String> trial) {
    return " "
        + trial.get("trial_id")
        + " "
        + trial.get("status")
        + ": "
        + oneLine(trial.get("reason"))
        + "\n";
  }

  private static List<ResultGroup> groups(List<Map<String, String>> stages) {
    Map<ResultGroup.Key, ResultGroup> groups =
        new TreeMap<>(
            Comparator.comparing(ResultGroup.Key::target)
                .thenComparingInt(ResultGroup.Key::stage)
                .thenComparingInt(ResultGroup.Key::users));
    for (Map<String, String> row : stages) {
      groups.computeIfAbsent(ResultGroup.Key.of(row), ResultGroup::new).add(row);
    }
    return List.copyOf(groups.values());
  }

  private static List<ColumnData<ResultGroup>> columns() {
    return List.of(
        new Column()
            .header("target")
            .headerAlign(HorizontalAlign.LEFT)
            .dataAlign(HorizontalAlign.LEFT)
            .with(group -> group.key().target()),
        figure("users", group -> Integer.toString(group.key().users())),
        figure("RTT p50", group -> group.median("rtt_p50_ms")),
        figure("p95", group -> group.median("rtt_p95_ms")),
        figure("p99", group -> group.median("rtt_p99_ms")),
        figure("deliv. p99", group -> group.median("delivery_p99_ms")),
        figure("loss %", ResultGroup::lossPct),
        figure("tps", group -> group.median("tps")),
        figure("CPU %", group -> group.median("cpu_mean_pct")),
        figure("MiB", group -> group.median("memory_mean_mib")),
        figure("", ResultGroup::mark));
  }

  private static ColumnData<ResultGroup> figure(
      String header, Function<ResultGroup, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(value);
  }
}
