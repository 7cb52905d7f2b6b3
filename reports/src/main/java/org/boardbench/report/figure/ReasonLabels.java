package org.boardbench.report.figure;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.results.reason.ReasonCode;

/**
 * How a figure names the reasons of what is invalid: in words beside it, or where these would cover
 * too much, by letters that the figure explains. A code has one letter in all figures of a run.
 */
final class ReasonLabels {
  private static final String NO_BREAK = "\u00a0";

  private final List<String> codes;
  private final boolean words;

  private ReasonLabels(List<String> codes, boolean words) {
    this.codes = codes;
    this.words = words;
  }

  /**
   * @param reasons the codes of everything in the run that is invalid
   */
  static ReasonLabels byLetter(Collection<List<String>> reasons) {
    return new ReasonLabels(
        reasons.stream().flatMap(List::stream).distinct().sorted(ReasonCode.ORDER).toList(), false);
  }

  /** The same codes, in words. */
  ReasonLabels inWords() {
    return new ReasonLabels(codes, true);
  }

  /** The first code or its letter, and how many more there are; empty without a reason. */
  String of(List<String> reasons) {
    if (reasons.isEmpty()) {
      return "";
    }
    String first = words ? reasons.getFirst() + " " : letter(reasons.getFirst());
    return (reasons.size() > 1 ? first + "+" + (reasons.size() - 1) : first).strip();
  }

  /** For the figure: what a letter means; empty where codes are in words. */
  String key() {
    return words
        ? ""
        : codes.stream()
            .map(code -> letter(code) + NO_BREAK + code)
            .collect(Collectors.joining(", "));
  }

  private String letter(String code) {
    int index = codes.indexOf(code);
    String letter = Character.toString('a' + index % 26);
    return index < 26 ? letter : letter + index / 26;
  }
}
