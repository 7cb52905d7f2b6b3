package org.boardbench.report.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;

/**
 * What STOMP adds to a message in one direction: the message in a STOMP frame less the same message
 * without one.
 */
public record StompCost(MicroRow plain, MicroRow stomp) {
  private static final String PLAIN = "plain";

  /** How the microbenchmarks call a message in a frame by Spring's encoder. */
  public static final String STOMP = "spring-stomp";

  /** For each direction and payload that were measured with and without, in the run's order. */
  public static List<StompCost> of(StoredMicro micro) {
    List<StompCost> costs = new ArrayList<>();
    for (String benchmark : List.of("StompBenchmark.encode", "StompBenchmark.decode")) {
      List<MicroRow> rows = micro.rows(benchmark);
      for (MicroRow row : rows) {
        if (row.by().equals(STOMP)) {
          plain(rows, row).ifPresent(plain -> costs.add(new StompCost(plain, row)));
        }
      }
    }
    return costs;
  }

  private static Optional<MicroRow> plain(List<MicroRow> rows, MicroRow stomp) {
    return rows.stream()
        .filter(row -> row.by().equals(PLAIN))
        .filter(row -> row.payloadBytes().equals(stomp.payloadBytes()))
        .findFirst();
  }

  /** NaN when either was not measured. */
  public double addedNs() {
    return stomp.scoreNs() - plain.scoreNs();
  }

  /** Half the width of the difference's interval: the errors of the two are independent. */
  public double errorNs() {
    return Math.hypot(stomp.errorNs(), plain.errorNs());
  }

  /** NaN when either was not measured. */
  public double addedAllocBytes() {
    return stomp.allocBytes() - plain.allocBytes();
  }
}
