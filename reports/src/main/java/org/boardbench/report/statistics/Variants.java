package org.boardbench.report.statistics;

import java.util.Comparator;
import java.util.List;

/** The order in which reports name targets, so that it does not depend on the order of the run. */
public final class Targets {
  private static final String FLOOR = "reference";

  private static final List<String> PAPER =
      List.of(
          "spring-websocket",
          "spring-stomp",
          "node-ws",
          "node-ws-cluster-redis",
          "fastapi",
          "fastapi-workers-redis");

  /** The paper's servers as the paper has them, then others by name, and the floor at last. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(Targets::rank).thenComparing(Comparator.naturalOrder());

  private Targets() {}

  /** Whether the target is the floor of all others: what driver and kernel alone cost. */
  public static boolean isFloor(String target) {
    return folder(target).equals(FLOOR);
  }

  /** Its server: a target that is brought up in a way of its own is {@code folder@launcher}. */
  public static String folder(String target) {
    int at = target.indexOf('@');
    return at < 0 ? target : target.substring(0, at);
  }

  /** How the legends of figures call it. */
  public static String title(String target) {
    return isFloor(target) ? target + " (floor)" : target;
  }

  private static int rank(String target) {
    if (isFloor(target)) {
      return PAPER.size() + 1;
    }
    int index = PAPER.indexOf(folder(target));
    return index < 0 ? PAPER.size() : index;
  }
}
