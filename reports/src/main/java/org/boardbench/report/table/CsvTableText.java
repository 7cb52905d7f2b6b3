package org.boardbench.report.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.StageGroup;

/**
 * The results for programs: all columns, all digits, the range in columns of its own. Figures are
 * of the {@code valid} repetitions and those that nobody judged; where none stands, of all. The
 * reasons are those of all repetitions that do not stand, as {@code stages.csv} has them.
 */
public final class CsvTableText {
  private CsvTableText() {}

  public static String of(List<StageGroup> groups) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(header());
      for (StageGroup group : groups) {
        csv.printRecord(cells(group));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("target", "stage", "users", "repetitions"));
    for (TableColumn column : TableColumn.ALL) {
      String name = column.figure().column();
      header.addAll(List.of(name, name + "_least", name + "_greatest"));
    }
    header.addAll(List.of("judged", "valid", "invalid_reasons"));
    return header;
  }

  private static List<String> cells(StageGroup group) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                group.target(),
                Integer.toString(group.stage()),
                Integer.toString(group.users()),
                Integer.toString(group.rows().size())));
    for (TableColumn column : TableColumn.ALL) {
      Spread spread = group.spread(column.figure());
      cells.add(NumberText.exact(spread.median()));
      cells.add(NumberText.exact(spread.min()));
      cells.add(NumberText.exact(spread.max()));
    }
    cells.add(Long.toString(group.judged()));
    cells.add(group.judged() == 0 ? "" : Long.toString(group.valid()));
    cells.add(String.join("; ", group.reasons()));
    return cells;
  }
}
