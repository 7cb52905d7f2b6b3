package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Holm;

/**
 * All comparisons of two runs: of so many some would differ by chance. So in 95 of 100 tables no
 * figure is called changed that is equal in truth.
 *
 * <p>What is called unchanged is left as each figure by itself says: of 100 figures that differ by
 * just what counts, five at most are called so. What a reader makes of a table is that all of it is
 * unchanged, and that needs no correction: it is wrong only where a figure that differs is called
 * unchanged, however many others there are. The more figures there are, the seldomer all of them
 * are.
 */
final class Family {
  private Family() {}

  /**
   * A difference stays one where Holm's steps over all of them say so too.
   *
   * @param confidence of all differences together
   */
  static List<ComparedFigure> adjusted(List<ComparedFigure> figures, double confidence) {
    List<Integer> known =
        IntStream.range(0, figures.size())
            .filter(i -> figures.get(i).p().isPresent())
            .boxed()
            .toList();
    List<Double> adjusted =
        Holm.adjusted(known.stream().map(i -> figures.get(i).p().getAsDouble()).toList());
    List<ComparedFigure> judged = new ArrayList<>(figures);
    for (int i = 0; i < known.size(); i++) {
      int place = known.get(i);
      judged.set(place, judged(figures.get(place), adjusted.get(i), 1 - confidence, known.size()));
    }
    return judged;
  }

  private static ComparedFigure judged(ComparedFigure figure, double p, double alpha, int family) {
    OptionalDouble adjusted = OptionalDouble.of(p);
    if (!figure.answer().isDifference() || p <= alpha) {
      return figure.judged(adjusted, figure.answer(), figure.words());
    }
    OptionalInt needed =
        figure.counted().isPresent()
            ? OptionalInt.empty()
            : figure.ratio().startsNeeded(1, 1 - alpha / family, figure.rule().floor());
    return figure.judged(
        adjusted,
        Answer.CANNOT_TELL,
        "cannot tell: " + amongMany(figure.answer().word(), family, p, needed));
  }

  /**
   * {@code slower by itself, among 20 comparisons p = 0.22, needs n = 5}.
   *
   * @param needed starts that would decide it among so many; empty where no number is known
   */
  static String amongMany(String answer, int family, double p, OptionalInt needed) {
    return answer
        + " by itself, among "
        + family
        + " comparisons p = "
        + NumberWords.of(p)
        + (needed.isPresent() ? ", needs n = " + needed.getAsInt() : "");
  }
}
