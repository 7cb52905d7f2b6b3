package org.boardbench.results.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One reason as a row has it, such as {@code stall 81 ms > 50 ms}.
 *
 * @param code the first word, in kebab-case; also one that nobody knows here
 * @param text code, measured value and bound, as they were stored
 */
public record InvalidReason(String code, String text) {
  private static final String SEPARATOR = "; ";

  /** What the cell says: {@code run-delay 12.3 % > 5 %; stall 81 ms > 50 ms}; empty when valid. */
  public static String cell(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).collect(Collectors.joining(SEPARATOR));
  }

  /** Reads a cell; none when it is empty. */
  public static List<InvalidReason> of(String cell) {
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
