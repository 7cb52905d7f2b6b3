package org.boardbench.findings.ranking;

import java.util.List;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.reason.ReasonCode;

/**
 * What a run's rows are worth.
 *
 * @param rows all
 * @param invalid those that may not be cited
 * @param codes how many rows each reason made invalid, the most frequent first; a row may have
 *     several
 */
public record InvalidRows(int rows, int invalid, List<Counted<String>> codes) {
  public InvalidRows {
    codes = List.copyOf(codes);
  }

  /** Of a run's rows. */
  public static InvalidRows of(List<StoredStage> rows) {
    List<StoredStage> invalid = rows.stream().filter(row -> !row.isValid()).toList();
    return new InvalidRows(
        rows.size(),
        invalid.size(),
        Counted.mostFirst(
            invalid.stream()
                .flatMap(row -> row.reasons().stream().map(InvalidReason::code).distinct()),
            ReasonCode.ORDER));
  }

  /** Whether some row has several, so that the counts add up to more than the rows. */
  public boolean hasSeveral() {
    return codes.stream().mapToInt(Counted::count).sum() > invalid;
  }
}
