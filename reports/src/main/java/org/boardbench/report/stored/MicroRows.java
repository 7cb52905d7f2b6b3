package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/** Turns records of {@code micro.csv} into rows. */
final class MicroRows {
  private MicroRows() {}

  static List<MicroRow> of(List<StoredRow<MicroRecord>> records) throws StoreException {
    List<MicroRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (StoredRow<MicroRecord> csv : records) {
      MicroRow row = row(csv);
      if (!seen.add(
          List.of(row.benchmark(), row.by(), row.payloadBytes(), row.members(), row.threads()))) {
        throw csv.problem(
            MicroColumns.BENCHMARK,
            "appears twice with these parameters: \"" + row.benchmark() + "\"");
      }
      rows.add(row);
    }
    return rows;
  }

  private static MicroRow row(StoredRow<MicroRecord> csv) throws StoreException {
    require(csv, MicroColumns.MODE, "avgt");
    require(csv, MicroColumns.UNIT, "ns/op");
    return new MicroRow(
        csv.text(MicroColumns.BENCHMARK),
        csv.text(MicroColumns.GROUP),
        csv.text(MicroColumns.COMPARED),
        count(csv, MicroColumns.PAYLOAD_BYTES),
        count(csv, MicroColumns.MEMBERS),
        csv.number(MicroColumns.THREADS),
        csv.figure(MicroColumns.SCORE),
        csv.figure(MicroColumns.SCORE_ERROR),
        csv.figure(MicroColumns.ALLOC_BYTES_PER_OP),
        csv.figure(MicroColumns.ENCODED_BYTES),
        csv.flag(MicroColumns.QUICK)
            .orElseThrow(() -> csv.problem(MicroColumns.QUICK, "must be true or false, was \"\"")),
        csv.figure(MicroColumns.CPU_NS_PER_OP));
  }

  /** Other modes and units exist, and what is drawn would be wrong with them. */
  private static void require(StoredRow<MicroRecord> csv, Column<MicroRecord> column, String value)
      throws StoreException {
    String text = csv.text(column);
    if (!text.equals(value)) {
      throw csv.problem(column, "must be " + value + ", was \"" + text + "\"");
    }
  }

  private static OptionalInt count(StoredRow<MicroRecord> csv, Column<MicroRecord> column)
      throws StoreException {
    if (csv.text(column).isEmpty()) {
      return OptionalInt.empty();
    }
    int count = csv.number(column);
    if (count < 1) {
      throw csv.problem(column, "must be at least 1 or empty, was \"" + count + "\"");
    }
    return OptionalInt.of(count);
  }
}
