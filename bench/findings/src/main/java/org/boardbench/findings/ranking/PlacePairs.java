package org.boardbench.findings.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.Sample;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Holm;
import org.boardbench.statistics.NoiseFloor;
import org.boardbench.statistics.Ratio;
import org.boardbench.statistics.RatioRule;

/**
 * Each variant of a ranking beside each other one. The values themselves decide which of these
 * comparisons a ranking asks for, so that all of them share one error, by Holm's steps: the surest
 * of m is judged with an error of 5 % ÷ m, the next one with 5 % ÷ (m − 1) and so on, until one is
 * open; the others are judged like that one.
 */
final class PlacePairs {
  /** What is known of two. */
  record Compared(boolean isDifferent, OptionalInt startsNeeded) {}

  /**
   * Two before they are judged.
   *
   * @param base place of the one that is divided by, from 0
   * @param p least chance of error at which they differ; 1 where nobody can say
   */
  private record Pair(int base, int other, Ratio ratio, double p) {}

  private final List<Pair> surestFirst;
  private final int decided;
  private final double error;
  private final Optional<NoiseFloor> floor;

  /**
   * @param samples of a time
   * @param confidence that no two are told apart by chance
   * @param floor of that time; empty where nobody measured it
   */
  PlacePairs(List<Sample> samples, double confidence, Optional<NoiseFloor> floor) {
    error = 1 - confidence;
    this.floor = floor;
    surestFirst =
        IntStream.range(0, samples.size())
            .boxed()
            .flatMap(base ->
                IntStream.range(base + 1, samples.size())
                    .mapToObj(other -> pair(samples, base, other)))
            .sorted(Comparator.comparingDouble(Pair::p))
            .toList();
    decided =
        (int)
            Holm.adjusted(surestFirst.stream().map(Pair::p).toList()).stream()
                .filter(p -> p <= error)
                .count();
  }

  private Pair pair(List<Sample> samples, int base, int other) {
    Ratio ratio = Ratio.of(samples.get(base).starts(), samples.get(other).starts());
    return new Pair(base, other, ratio, ratio.p(1, floor).orElse(1));
  }

  /**
   * @param base its place among the samples, less than that of {@code other}
   */
  Compared of(int base, int other) {
    int rank =
        IntStream.range(0, surestFirst.size())
            .filter(i -> surestFirst.get(i).base() == base && surestFirst.get(i).other() == other)
            .findFirst()
            .orElseThrow();
    Ratio ratio = surestFirst.get(rank).ratio();
    double confidence = 1 - error / (surestFirst.size() - Math.min(rank, decided));
    Answer answer =
        new RatioRule(Ranking.COUNTS, confidence, floor).verdict(FigureKind.TIME, ratio).answer();
    return new Compared(
        answer.isDifference() && rank < decided,
        answer == Answer.CANNOT_TELL
            ? ratio.startsNeeded(1, confidence, floor)
            : OptionalInt.empty());
  }
}
