package org.boardbench.view.terminal.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.reason.ReasonCode;

/**
 * How many rows of {@code stages.csv} are valid, and what to change so that the others would be.
 *
 * @param judged rows with a verdict
 * @param invalidRows rows that a code makes invalid, by code
 */
record ValidRows(int judged, int valid, Map<ReasonCode, Long> invalidRows) {
  static ValidRows of(List<StoredStage> rows) {
    List<StoredStage> judged = rows.stream().filter(row -> row.valid().isPresent()).toList();
    Map<ReasonCode, Long> invalidRows = new EnumMap<>(ReasonCode.class);
    for (ReasonCode code : ReasonCode.values()) {
      long invalid = judged.stream().filter(row -> row.hasReason(code)).count();
      if (invalid > 0) {
        invalidRows.put(code, invalid);
      }
    }
    long valid = judged.stream().filter(StoredStage::isValid).count();
    return new ValidRows(judged.size(), (int) valid, invalidRows);
  }

  /**
   * A line for the sum, and one for each code; nothing when no row was judged.
   *
   * @param ofOthers what is to be said of invalid rows
   */
  String text(String ofOthers) {
    if (judged == 0) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(" %d of %d rows are valid".formatted(valid, judged))
            .append(invalidRows.isEmpty() ? ".\n" : "; " + ofOthers + ":\n");
    invalidRows.forEach(
        (code, rows) -> text.append("   %s (%d): %s\n".formatted(code.key(), rows, code.remedy())));
    return text.toString();
  }
}
