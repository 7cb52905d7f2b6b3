package org.boardbench.view.dashboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/** What the page shows of a second, beside what the components use. */
enum SecondFigure {
  USERS(SecondColumns.USERS),
  SENT(SecondColumns.TPS_SENT),
  RECEIVED(SecondColumns.TPS_RECEIVED),
  RTT_P50(SecondColumns.RTT_P50_MS),
  RTT_P95(SecondColumns.RTT_P95_MS),
  RTT_P99(SecondColumns.RTT_P99_MS),
  DISCONNECTS(SecondColumns.DISCONNECTS),
  RECONNECTS(SecondColumns.RECONNECTS),
  /** What of the deliveries owed for the second never came; known when the stage has ended. */
  OWED_LOST("owed_lost_pct", SecondFigure::owedLostPct),
  /** What of the deliveries owed in the hold so far has not come, be it lost or under way. */
  NOT_THERE("not_there_pct", row -> OptionalDouble.empty()),
  /** Of the messages that reached their last receiver in it; no file has it by second. */
  REACH_P95("reach_100_p95_ms", row -> OptionalDouble.empty()),
  /** Attempts to connect or join that failed in it; no file has it by second. */
  CONNECT_FAILURES("connect_failures", row -> OptionalDouble.empty());

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // A function of its row alone.
  private final Function<StoredRow<SecondRecord>, OptionalDouble> stored;

  SecondFigure(Column<SecondRecord> column) {
    this(column.name(), row -> row.measured(column));
  }

  SecondFigure(String key, Function<StoredRow<SecondRecord>, OptionalDouble> stored) {
    this.key = key;
    this.stored = stored;
  }

  /** What the page calls it. */
  String key() {
    return key;
  }

  /** All that a row of {@code timeline.csv} has. */
  static Map<SecondFigure, Double> of(StoredRow<SecondRecord> row) {
    Map<SecondFigure, Double> figures = new EnumMap<>(SecondFigure.class);
    for (SecondFigure figure : values()) {
      figure.stored.apply(row).ifPresent(value -> figures.put(figure, value));
    }
    return figures;
  }

  /** Deliveries to users who were away count as lost, those of messages never sent too. */
  private static OptionalDouble owedLostPct(StoredRow<SecondRecord> row) {
    OptionalDouble owed = row.measured(SecondColumns.OWED);
    if (owed.isEmpty() || owed.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    double delivered =
        row.measured(SecondColumns.EXPECTED).orElse(0) - row.measured(SecondColumns.LOST).orElse(0);
    return OptionalDouble.of(
        Math.max(0, 100 * (owed.getAsDouble() - delivered) / owed.getAsDouble()));
  }
}
