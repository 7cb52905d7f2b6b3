package org.boardbench.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.boardbench.report.stored.MicroRow;

/** The table of the microbenchmarks as text. */
public final class MicroTableText {
  private MicroTableText() {}

  /** For programs: all digits, and the figures per delivery that {@code micro.csv} has not. */
  public static String csv(MicroTable table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(
          "group",
          "benchmark",
          "library_or_strategy",
          "payload_bytes",
          "members",
          "threads",
          "time_ns",
          "time_error_99_9_ns",
          "cpu_ns",
          "time_ns_per_delivery",
          "cpu_ns_per_delivery",
          "alloc_bytes",
          "encoded_bytes",
          "quick");
      for (MicroRow row : table.rows()) {
        csv.printRecord(
            row.group(),
            row.benchmark(),
            row.by(),
            count(row.payloadBytes()),
            count(row.members()),
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
  }

  /** For Markdown pages. */
  public static String markdown(MicroTable table) {
    StringBuilder text = new StringBuilder(table.caption()).append("\n\n");
    text.append(MarkdownTable.of(table.header(), 2, table.cells()));
    if (!table.stompCells().isEmpty()) {
      text.append('\n').append(table.stompCaption()).append("\n\n");
      text.append(MarkdownTable.of(table.stompHeader(), 1, table.stompCells()));
    }
    return text.toString();
  }
}
