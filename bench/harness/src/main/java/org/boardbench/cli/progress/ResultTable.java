package org.boardbench.cli.progress;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
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
      appendLegend(groups, text);
      text.append(LostUsers.text(groups));
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
        AsciiTable.getTable(AsciiTable.NO_BORDERS, groups, columns(groups))
            .lines()
            .map(String::stripTrailing)
            .toList();
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    text.append(lines.getFirst()).append('\n');
    text.append(' ').append("-".repeat(width - 1)).append('\n');
    lines.stream().skip(1).forEach(line -> text.append(line).append('\n'));
  }

  private static void appendLegend(List<ResultGroup> groups, StringBuilder text) {
    boolean isRepeated = groups.stream().anyMatch(group -> group.size() > 1);
    text.append(isRepeated ? " Medians over repetitions; loss over all of them." : "")
        .append(" Times in ms.");
    if (groups.stream().anyMatch(ResultGroup::isOwedKnown)) {
      text.append(" Loss is of what the plan owed.");
    }
    text.append('\n');
    if (groups.stream().anyMatch(LostUsers::isIn)) {
      text.append(
          " drops: joined users whose connection ended; refused: attempts to join that failed.\n");
    }
    if (groups.stream().anyMatch(group -> group.rttP95().startsWith("≥"))) {
      text.append(" ≥: at least so much, since some messages never came back.\n");
    }
    if (groups.stream().anyMatch(group -> !group.limit().isEmpty())) {
      text.append(" limit: what ran out where the server did not keep up.\n");
    }
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

  /** What says how a server gave way takes the place of what a wide table can do without. */
  private static List<ColumnData<ResultGroup>> columns(List<ResultGroup> groups) {
    boolean lostUsers = groups.stream().anyMatch(LostUsers::isIn);
    boolean limited = groups.stream().anyMatch(group -> !group.limit().isEmpty());
    List<ColumnData<ResultGroup>> columns = new ArrayList<>();
    columns.add(
        new Column()
            .header("target")
            .headerAlign(HorizontalAlign.LEFT)
            .dataAlign(HorizontalAlign.LEFT)
            .with(group -> group.key().target()));
    columns.add(figure("users", group -> Integer.toString(group.key().users())));
    if (!lostUsers || !limited) {
      columns.add(figure("RTT p50", group -> group.median("rtt_p50_ms")));
    }
    columns.add(figure(lostUsers && limited ? "RTT p95" : "p95", ResultGroup::rttP95));
    columns.add(figure("p99", group -> group.median("rtt_p99_ms")));
    if (!lostUsers && !limited) {
      columns.add(figure("deliv. p99", group -> group.median("delivery_p99_ms")));
    }
    columns.add(figure("loss %", ResultGroup::lossPct));
    if (lostUsers) {
      columns.add(figure("drops", group -> Long.toString(group.drops())));
      columns.add(figure("refused", group -> Long.toString(group.refused())));
    }
    columns.add(figure("tps", group -> group.median("tps")));
    columns.add(figure("CPU %", group -> group.median("cpu_mean_pct")));
    if (!lostUsers) {
      columns.add(figure("MiB", group -> group.median("memory_mean_mib")));
    }
    if (limited) {
      columns.add(figure("limit", ResultGroup::limit));
    }
    columns.add(figure("", ResultGroup::mark));
    return columns;
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
