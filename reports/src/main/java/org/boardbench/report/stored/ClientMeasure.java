package org.boardbench.report.stored;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.reason.ClientFigure;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/**
 * What is taken from a row of {@code clients.csv}, and which of the row's figures must be believed
 * for that.
 *
 * @param value NaN where it was not measured
 */
public record ClientMeasure(ToDoubleFunction<StoredRow<ClientRecord>> value, Set<ClientFigure> of) {
  /**
   * The RTT from a message's real send, like for like: other clients have no other, and of our
   * driver it is the service time, since its RTT counts from when the message was due.
   */
  public static final ClientMeasure FROM_SEND_P95_MS =
      of(ClientColumns.SERVICE_P95_MS).or(of(ClientColumns.RTT_P95_MS));

  public ClientMeasure {
    of = Set.copyOf(of);
  }

  public static ClientMeasure of(Column<ClientRecord> column) {
    return new ClientMeasure(
        row -> row.figure(column),
        Arrays.stream(ClientFigure.values())
            .filter(figure -> figure.has(column.name()))
            .collect(Collectors.toSet()));
  }

  /** The difference of two; NaN where one is. */
  public ClientMeasure less(ClientMeasure other) {
    return new ClientMeasure(
        row -> value.applyAsDouble(row) - other.value.applyAsDouble(row), both(other));
  }

  private ClientMeasure or(ClientMeasure other) {
    return new ClientMeasure(
        row -> {
          double first = value.applyAsDouble(row);
          return Double.isNaN(first) ? other.value.applyAsDouble(row) : first;
        },
        both(other));
  }

  private Set<ClientFigure> both(ClientMeasure other) {
    Set<ClientFigure> both = EnumSet.noneOf(ClientFigure.class);
    both.addAll(of);
    both.addAll(other.of);
    return both;
  }

  /** Whether the row vouches for it. A row that nobody judged does. */
  boolean isBelieved(StoredRow<ClientRecord> row) {
    return ClientFigure.of(row.text(ClientColumns.INVALID_FIGURES)).stream()
        .noneMatch(of::contains);
  }
}
