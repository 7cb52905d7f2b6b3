package org.boardbench.view.terminal.table;

import java.util.List;
import java.util.stream.Collectors;

/** Says below the results' table what its columns mean, and which have no room there. */
record ResultLegend(List<ResultGroup> groups, GroupNames names, ResultColumns columns) {
  private static final int MOST_NAMES = 3;

  String text() {
    StringBuilder text = new StringBuilder();
    boolean isRepeated = groups.stream().anyMatch(group -> group.size() > 1);
    text.append(isRepeated ? " Medians over repetitions; loss over all of them." : "")
        .append(" Times in ms.")
        .append(loss())
        .append('\n');
    if (columns.showDroppedUsers()) {
      text.append(
          " drops: joined users whose connection ended; refused: attempts to join that failed.\n");
    }
    if (columns.showLowerBounds(groups)) {
      text.append(
          " " + ResultGroup.AT_LEAST + ": at least so much, since some messages never came.\n");
    }
    if (columns.showLimit()) {
      text.append(" limit: what ran out where the server did not keep up.\n");
    }
    return text.append(leftOut()).toString();
  }

  /** An older version's rows do not say what was owed, and a resumed run may have both. */
  private String loss() {
    List<ResultGroup> ofExpected = groups.stream().filter(group -> !group.isOwedKnown()).toList();
    if (ofExpected.isEmpty()) {
      return " Loss is of what the plan owed.";
    }
    if (ofExpected.size() == groups.size()) {
      return " Loss is of what was expected.";
    }
    String which =
        ofExpected.stream().limit(MOST_NAMES).map(names::of).collect(Collectors.joining("; "));
    int further = ofExpected.size() - MOST_NAMES;
    return "\n Loss is of what the plan owed, but of what was expected for "
        + which
        + (further > 0 ? "; and " + further + " more." : ".");
  }

  private String leftOut() {
    if (columns.leftOut().isEmpty()) {
      return "";
    }
    return columns.leftOut().stream()
        .map(column -> column.stored().name())
        .collect(Collectors.joining(", ", " No room here, see stages.csv: ", ".\n"));
  }
}
