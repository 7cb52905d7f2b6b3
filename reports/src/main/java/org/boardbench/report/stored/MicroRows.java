package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.table.StoredRow;

/** Turns records of {@code micro.csv} into rows. */
final class MicroRows {
  private MicroRows() {}

  static List<MicroRow> of(List<StoredRow<MicroRecord>> records) throws StoreException {
    List<MicroRow> rows = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (StoredRow<MicroRecord> csv : records) {
      MicroRow row = MicroRow.of(csv);
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
}
