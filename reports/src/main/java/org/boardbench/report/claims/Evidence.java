package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;
import org.boardbench.findings.starts.Region;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Refusal;

/**
 * One number that a claim is about, and where the claim has it.
 *
 * @param subject in words, such as {@code tps of reference at 100 users}
 * @param unit empty for what has none
 * @param looked how much that is of, and of how much
 */
public record Evidence(String subject, String unit, Seen seen, Region region, Looked looked) {
  /**
   * How much there was to look at.
   *
   * @param startsLeftOut that say nothing, because a row of theirs is invalid, missing or did not
   *     measure it; of two variants, of both
   * @param usedRows valid ones that say something
   * @param rows that were looked at, be they valid or not
   */
  public record Looked(int startsLeftOut, int usedRows, int rows) {
    static Looked at(Sample sample) {
      return new Looked(sample.leftOut(), sample.usedRows(), sample.rows());
    }

    Looked and(Sample other) {
      return and(at(other));
    }

    Looked and(Looked other) {
      return new Looked(
          startsLeftOut + other.startsLeftOut, usedRows + other.usedRows, rows + other.rows);
    }
  }

  /** Less is as good as none. */
  private static final double LEAST_ERROR = 1e-9;

  private static final double GREATEST_ERROR = 1 - 1e-6;

  /** So often halved, the span between the two is known to more digits than anybody needs. */
  private static final int HALVINGS = 50;

  /** Whether any start says something. */
  public boolean isAny() {
    return seen.estimate().isPresent();
  }

  /** Whether the estimate is where the claim has it. */
  public boolean isFor() {
    return seen.estimate().stream().anyMatch(region::holds);
  }

  /** What the interval of this confidence says. */
  Verdict verdict(double confidence) {
    if (!isAny()) {
      return Verdict.NOT_JUDGED;
    }
    Bounds bounds = seen.bounds(confidence);
    if (bounds.interval().stream().anyMatch(region::holdsAll)) {
      return Verdict.HOLDS;
    }
    return bounds.interval().stream().anyMatch(region::holdsNone)
        ? Verdict.DOES_NOT_HOLD
        : Verdict.UNDECIDED;
  }

  private boolean isDecided(double error) {
    return verdict(1 - error).isDecided();
  }

  /** The p of it: the least chance of error at which the interval decides; 1 where none does. */
  double error() {
    if (isDecided(LEAST_ERROR)) {
      return LEAST_ERROR;
    }
    if (!isDecided(GREATEST_ERROR)) {
      return 1;
    }
    double undecided = LEAST_ERROR;
    double decided = GREATEST_ERROR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(undecided * decided);
      if (isDecided(middle)) {
        decided = middle;
      } else {
        undecided = middle;
      }
    }
    return decided;
  }

  /**
   * How many starts would decide it, of fewer than three how many at least; empty when no number is
   * known.
   */
  OptionalInt startsNeeded(double confidence) {
    List<OptionalInt> ofEdges =
        region.edges().mapToObj(edge -> seen.startsNeeded(edge, confidence)).toList();
    if (seen.starts() < Refusal.LEAST_STARTS) {
      // Nobody knows the spread of these yet.
      int known = ofEdges.stream().flatMapToInt(OptionalInt::stream).max().orElse(0);
      return OptionalInt.of(Math.max(known, Refusal.LEAST_STARTS));
    }
    return ofEdges.stream().allMatch(OptionalInt::isPresent)
        ? ofEdges.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }

  /** Why there is no interval; empty where there is one. */
  String refusal() {
    return seen.bounds(Interval.CONFIDENCE).refusal().map(Refusal::words).orElse("");
  }
}
