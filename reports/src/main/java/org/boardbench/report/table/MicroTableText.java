package org.boardbench.report.table;

import java.util.List;
import org.boardbench.report.stored.MicroRow;

/** The table of the microbenchmarks as text. */
public final class MicroTableText {
  private static final List<String> HEADER =
      List.of(
          "group",
          "benchmark",
          "library_or_strategy",
          "payload_bytes",
          "members",
          "threads",
          "time_ns",
          "time_fork_error_95_ns",
          "cpu_ns",
          "time_ns_per_delivery",
          "cpu_ns_per_delivery",
          "alloc_bytes",
          "encoded_bytes",
          "quick");

  private MicroTableText() {}

  /** For programs: all digits, and the figures per delivery that {@code micro.csv} has not. */
  public static String csv(MicroTable table) {
    return CsvTable.of(HEADER, table.rows().stream().map(MicroTableText::cells).toList());
  }

  private static List<Object> cells(MicroRow row) {
    return List.of(
        row.group(),
        row.benchmark(),
        row.by(),
        NumberText.count(row.payloadBytes()),
        NumberText.count(row.members()),
        row.threads(),
        NumberText.exact(row.scoreNs()),
        NumberText.exact(row.errorNs()),
        NumberText.exact(row.cpuNs()),
        NumberText.toDecimals(row.scoreNsPerDelivery(), 4),
        NumberText.toDecimals(row.cpuNsPerDelivery(), 4),
        NumberText.exact(row.allocBytes()),
        NumberText.exact(row.encodedBytes()),
        row.quick());
  }

  /** For Markdown pages. */
  public static String markdown(MicroTable table) {
    String all = table.caption() + "\n\n" + MarkdownTable.of(table.header(), 2, 0, table.cells());
    return table.stompCells().isEmpty()
        ? all
        : all
            + "\n"
            + table.stompCaption()
            + "\n\n"
            + MarkdownTable.of(table.stompHeader(), 1, 0, table.stompCells());
  }
}
