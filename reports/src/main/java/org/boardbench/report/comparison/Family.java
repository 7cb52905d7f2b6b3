package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.boardbench.findings.starts.NumberWords;
import org.boardbench.statistics.Answer;
import org.boardbench.statistics.Holm;
import org.boardbench.statistics.Interval;

/** All comparisons of two runs: of so many some would differ by chance. */
final class Family {
  private static final double ALPHA = 1 - Interval.CONFIDENCE;

  private Family() {}

  /** A difference stays one where Holm's steps over all of them say so too. */
  static List<ComparedFigure> adjusted(List<ComparedFigure> figures) {
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
      judged.set(place, judged(figures.get(place), adjusted.get(i), known.size()));
    }
    return judged;
  }

  private static ComparedFigure judged(ComparedFigure figure, double p, int family) {
    OptionalDouble adjusted = OptionalDouble.of(p);
    if (!figure.answer().isDifference() || p <= ALPHA) {
      return figure.judged(adjusted, figure.answer(), figure.words());
    }
    String words =
        "cannot tell: "
            + figure.answer().word()
            + " by itself, among "
            + family
            + " comparisons p = "
            + NumberWords.of(p);
    OptionalInt needed =
        figure.counted().isPresent()
            ? OptionalInt.empty()
            : figure.ratio().startsNeeded(1, 1 - ALPHA / family);
    return figure.judged(
        adjusted,
        Answer.CANNOT_TELL,
        words + (needed.isPresent() ? ", needs n = " + needed.getAsInt() : ""));
  }
}
