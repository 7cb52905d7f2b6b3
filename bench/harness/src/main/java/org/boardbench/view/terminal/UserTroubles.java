package org.boardbench.view.terminal;

import java.util.Map;
import org.boardbench.account.result.StageResult;
import org.boardbench.view.terminal.text.Figures;

/**
 * What a server did to its users, for where losses are told.
 *
 * @param refused attempts to connect or join that failed
 * @param owed deliveries of the hold that the plan owes; {@code owedLost} those that did not come
 */
record UserTroubles(long disconnects, long refused, long owed, long owedLost) {
  static final UserTroubles NONE = new UserTroubles(0, 0, 0, 0);

  static UserTroubles of(StageResult result) {
    long owed = result.owed().total();
    return new UserTroubles(
        sum(result.disconnects()),
        sum(result.connectFailures()),
        owed,
        Math.max(0, owed - result.hold().delivered()));
  }

  UserTroubles plus(UserTroubles more) {
    return new UserTroubles(
        disconnects + more.disconnects,
        refused + more.refused,
        owed + more.owed,
        owedLost + more.owedLost);
  }

  /**
   * {@code , 12.3 % of owed, 58 disconnects, 3 refused joins}: what there was of it, so that the
   * line of a server that keeps its users is as short as can be.
   */
  String text() {
    String text = "";
    if (disconnects > 0 || refused > 0) {
      text += ", " + Figures.lossPct(owedLost, owed) + " % of owed";
    }
    text += counted(disconnects, "disconnect");
    return text + counted(refused, "refused join");
  }

  private static String counted(long number, String what) {
    return number == 0 ? "" : ", " + number + " " + what + (number == 1 ? "" : "s");
  }

  private static long sum(Map<String, Integer> byReason) {
    return byReason.values().stream().mapToLong(Integer::longValue).sum();
  }
}
