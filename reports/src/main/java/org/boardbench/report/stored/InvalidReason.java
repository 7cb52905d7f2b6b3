package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.List;

/**
 * One reason why a row is invalid, such as {@code stall 81 ms > 50 ms}.
 *
 * @param code the first word, in kebab-case
 * @param text code, measured value and bound, as they were stored
 */
public record InvalidReason(String code, String text) {
  private static final String SEPARATOR = "; ";

  /** Reads a cell; none when it is empty. A code that nobody knows is taken as it is. */
  static List<InvalidReason> of(String cell) {
    List<InvalidReason> reasons = new ArrayList<>();
    for (String part : cell.split(SEPARATOR, -1)) {
      String text = part.strip();
      if (!text.isEmpty()) {
        reasons.add(new InvalidReason(text.split("\\s", 2)[0], text));
      }
    }
    return reasons;
  }
}
