package org.boardbench.findings.summary;

import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;

/**
 * How a trial ended, and what its rows are worth.
 *
 * @param reason empty when it is {@code ok}
 * @param isProfiled whether it is there for a profile alone
 */
public record EndedTrial(
    String id,
    String variant,
    String status,
    String reason,
    boolean isProfiled,
    List<StoredStage> rows) {
  public EndedTrial {
    rows = List.copyOf(rows);
  }

  /** The rows of which figures are made and judged. */
  public Stream<StoredStage> counted() {
    return isProfiled ? Stream.empty() : rows.stream();
  }

  long validRows() {
    return rows.stream().filter(StoredStage::isValid).count();
  }

  /** {@code 300 users: stall 81 ms > 50 ms}. */
  List<String> invalid() {
    return rows.stream()
        .filter(row -> !row.isValid())
        .map(row ->
            row.users()
                + " users: "
                + String.join("; ", row.reasons().stream().map(String::valueOf).toList()))
        .toList();
  }
}
