package org.boardbench.report.stored;

import java.util.List;
import java.util.stream.DoubleStream;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.StoredRow;

/**
 * A measure of one client at one load, over fresh starts: of those whose row vouches for it, and
 * where there is none, of all.
 *
 * @param values NaN where it was not measured
 * @param isBelieved whether their rows vouch for them
 */
public record ClientStarts(List<Double> values, boolean isBelieved) {
  public ClientStarts {
    values = List.copyOf(values);
  }

  static ClientStarts of(List<StoredRow<ClientRecord>> rows, ClientMeasure measure) {
    List<StoredRow<ClientRecord>> believed = rows.stream().filter(measure::isBelieved).toList();
    return new ClientStarts(
        (believed.isEmpty() ? rows : believed)
            .stream().map(row -> measure.value().applyAsDouble(row)).toList(),
        !believed.isEmpty());
  }

  public DoubleStream figures() {
    return values.stream().mapToDouble(Double::doubleValue);
  }
}
