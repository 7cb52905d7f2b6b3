package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.statistics.Bounds;
import org.boardbench.statistics.Interval;

/**
 * Kendall's tau of two rankings: the share of pairs that keep their order less the share that
 * changes places. 1: no pair changes places; 0: half of them do; −1: all do. A pair that is about
 * even in one of the rankings has no places to change.
 *
 * @param pairs of all that are ranked, at least one
 * @param counts the least relative difference that matters
 */
public record RankAgreement(List<Reversal> pairs, double counts) implements Seen {
  public RankAgreement {
    pairs = List.copyOf(pairs);
  }

  @Override
  public OptionalDouble estimate() {
    if (pairs.stream().anyMatch(pair -> pair.estimate().isEmpty())) {
      return OptionalDouble.empty();
    }
    long changed =
        pairs.stream().filter(pair -> pair.estimate().getAsDouble() > 1 + counts).count();
    return OptionalDouble.of(tau(changed));
  }

  private double tau(long changed) {
    return 1 - 2.0 * changed / pairs.size();
  }

  @Override
  public int starts() {
    return pairs.stream().mapToInt(Reversal::starts).min().orElse(0);
  }

  /** Pairs share the error, as any of them might look changed, or kept, by chance. */
  @Override
  public Bounds bounds(double confidence) {
    double ofPair = 1 - (1 - confidence) / pairs.size();
    List<Bounds> each = pairs.stream().map(pair -> pair.bounds(ofPair)).toList();
    long surely = 0;
    long perhaps = 0;
    for (Bounds one : each) {
      if (!(one instanceof Interval known)) {
        return one;
      }
      surely += known.low() > 1 + counts ? 1 : 0;
      perhaps += known.high() >= 1 + counts ? 1 : 0;
    }
    return new Interval(tau(perhaps), tau(surely), confidence);
  }

  /** Each pair may count here or there, so that no number is known. */
  @Override
  public OptionalInt startsNeeded(double edge, double confidence) {
    return OptionalInt.empty();
  }
}
