package org.boardbench.report.statistics;

import java.util.Comparator;
import java.util.List;

/** The order in which reports name targets, so that it does not depend on the order of the run. */
public final class Targets {
  private static final List<String> PAPER =
      List.of(
          "spring-websocket",
          "spring-stomp",
          "node-ws",
          "node-ws-cluster-redis",
          "fastapi",
          "fastapi-workers-redis");

  /** The paper's servers as the paper has them, then all others by name. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(Targets::rank).thenComparing(Comparator.naturalOrder());

  private Targets() {}

  private static int rank(String target) {
    int index = PAPER.indexOf(target);
    return index < 0 ? PAPER.size() : index;
  }
}
