package org.boardbench.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Several claims judged by one experiment: one of twenty would hold by chance. */
public final class Holm {
  private Holm() {}

  /**
   * What each claim's p becomes among the others, by Holm's steps down: claims whose adjusted p is
   * at most 0.05 are all right in 95 of 100 experiments.
   *
   * @param p of each claim, 0 to 1
   * @return in the same order
   * @throws IllegalArgumentException when one is not between 0 and 1
   */
  public static List<Double> adjusted(List<Double> p) {
    p.forEach(Holm::check);
    List<Integer> ascending =
        IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
    double[] adjusted = new double[p.size()];
    double greatest = 0;
    for (int rank = 0; rank < adjusted.length; rank++) {
      int claim = ascending.get(rank);
      greatest = Math.max(greatest, Math.min(1, (adjusted.length - rank) * p.get(claim)));
      adjusted[claim] = greatest;
    }
    return IntStream.range(0, adjusted.length).mapToObj(claim -> adjusted[claim]).toList();
  }

  private static void check(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be from 0 to 1: " + p);
    }
  }
}
