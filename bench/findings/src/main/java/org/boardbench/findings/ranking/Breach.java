package org.boardbench.findings.ranking;

import java.util.Optional;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;

/**
 * How a start can break under a load; a load is kept where it does in none of these ways. In the
 * order in which users meet them: as they come, while they are there, and in what they get.
 */
public enum Breach {
  /** By itself, or a companion did: no row says so, and there may be none. */
  ENDED("server ended"),
  REFUSED("refused"),
  DROPPED("dropped"),
  LOST("lost"),
  SLOW("slow");

  /** A loss of as much is kept. */
  private static final double MOST_LOSS_PCT = 0.1;

  private static final Region IN_TIME = Region.below(1000);

  /** All bounds, for readers. */
  public static final String KEPT =
      "no user refused or dropped, at most 0.1 % of the owed deliveries lost, RTT p95 below 1 s";

  private final String word;

  Breach(String word) {
    this.word = word;
  }

  /** In a sentence. */
  public String word() {
    return word;
  }

  /** What a row says of it; empty where nobody measured it. */
  Optional<Boolean> isIn(StoredStage row) {
    return switch (this) {
      case ENDED -> Optional.of(false);
      case REFUSED -> exceeds(row.figure(StageCounts.CONNECT_FAILURES), 0);
      case DROPPED -> exceeds(row.figure(StageCounts.DISCONNECTS), 0);
      case LOST -> exceeds(FigureValue.loss(row).value(), MOST_LOSS_PCT);
      case SLOW -> IN_TIME.holds(FigureValue.of(row, StageTimes.RTT_P95_MS)).map(inTime -> !inTime);
    };
  }

  private static Optional<Boolean> exceeds(double value, double bound) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value > bound);
  }
}
