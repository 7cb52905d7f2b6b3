package org.boardbench.view.terminal.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.boardbench.results.OneLine;
import org.boardbench.results.column.StageExtras;

/** Tells below the table why users were dropped or could not join. */
final class DroppedUsers {
  private static final int MOST_LINES = 12;
  private static final int MOST_CAUSES = 3;

  private DroppedUsers() {}

  static boolean isIn(ResultGroup group) {
    return group.drops() > 0 || group.refused() > 0;
  }

  /** A line for each target and stage that lost users; nothing when none did. */
  static String text(List<ResultGroup> groups, GroupNames names) {
    List<ResultGroup> lost = groups.stream().filter(DroppedUsers::isIn).toList();
    String lines =
        lost.stream()
            .limit(MOST_LINES)
            .map(group -> " " + OneLine.of(line(group, names)) + "\n")
            .collect(Collectors.joining());
    int further = lost.size() - MOST_LINES;
    return further > 0 ? lines + " and " + further + " further ones, see stages.csv\n" : lines;
  }

  private static String line(ResultGroup group, GroupNames names) {
    String drops = said(group.drops(), "dropped", group.causes(StageExtras.DISCONNECT_CAUSES));
    String refused =
        said(group.refused(), "refused", group.causes(StageExtras.CONNECT_FAILURE_CAUSES));
    String between = drops.isEmpty() || refused.isEmpty() ? "" : "; ";
    return names.of(group) + ": " + drops + between + refused;
  }

  private static String said(long number, String what, List<Map.Entry<String, Long>> causes) {
    if (number == 0) {
      return "";
    }
    String why =
        causes.stream()
            .limit(MOST_CAUSES)
            .map(cause -> cause.getKey() + " ×" + cause.getValue())
            .collect(Collectors.joining(", "));
    String more = causes.size() > MOST_CAUSES ? ", …" : "";
    return number + " " + what + (why.isEmpty() ? "" : " (" + why + more + ")");
  }
}
