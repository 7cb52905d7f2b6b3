package org.boardbench.report.figure;

import java.util.List;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.results.column.ReplicaColumns;
import org.boardbench.results.row.ReplicaRecord;
import org.boardbench.results.table.StoredRow;

/** How many users each replica of one trial's server had, a curve each. */
final class ReplicaCurves {
  private ReplicaCurves() {}

  /** None where the server had no replicas. */
  static List<Curve> of(List<StoredRow<ReplicaRecord>> rows, double width) {
    return rows.stream()
        .map(row -> row.number(ReplicaColumns.REPLICA))
        .distinct()
        .sorted()
        .map(replica ->
            new Curve(
                Integer.toString(replica),
                Look.line(VariantLook.at(replica).colour(), width),
                Seconds.points(
                    rows.stream()
                        .filter(row -> row.number(ReplicaColumns.REPLICA) == replica)
                        .toList(),
                    row -> row.number(ReplicaColumns.SECOND),
                    row -> row.figure(ReplicaColumns.USERS))))
        .toList();
  }
}
