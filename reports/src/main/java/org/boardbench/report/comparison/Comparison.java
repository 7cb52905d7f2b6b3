package org.boardbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.results.StoreException;

/**
 * What two runs have in common, figure by figure, and what each has alone.
 *
 * @param differences of plan, machine, code and servers
 * @param alone what only one of the runs has, a sentence each
 * @param figures in the order of variants, loads and figures; without those that nobody measured
 * @param counts the least relative difference that matters, where no condition says less
 * @param confidence of all intervals and of the whole: the greater of both runs', which is 0.95
 *     unless a run chose its end by its values
 * @param isSame whether both are one run
 */
public record Comparison(
    ComparedRun base,
    ComparedRun run,
    List<RunDifferences.Difference> differences,
    List<String> alone,
    List<ComparedFigure> figures,
    double counts,
    double confidence,
    boolean isSame) {
  public Comparison {
    differences = List.copyOf(differences);
    alone = List.copyOf(alone);
    figures = List.copyOf(figures);
  }

  /**
   * Compares them.
   *
   * @param isSame whether both are one run, see {@link ComparedRun#isSameAs}
   * @throws StoreException when they have no variant, or no load, in common, or no valid row of
   *     these
   */
  public static Comparison of(ComparedRun base, ComparedRun run, Question question, boolean isSame)
      throws StoreException {
    RunStarts before = base.starts();
    RunStarts now = run.starts();
    List<String> variants = common("variant", before.variants(), now.variants());
    List<Integer> loads = common("load", before.users(), now.users());
    double confidence = Math.max(base.stored().confidence(), run.stored().confidence());
    FigureComparing comparing = new FigureComparing(base, run, question, confidence, isSame);
    List<ComparedFigure> compared = new ArrayList<>();
    for (String variant : variants) {
      for (int users : loads) {
        question.figures().stream()
            .flatMap(figure -> comparing.compare(variant, users, figure).stream())
            .forEach(compared::add);
      }
    }
    if (compared.isEmpty()) {
      throw new StoreException(
          "nothing to compare: no valid row of a variant and load in common measured a figure; "
              + base.validity()
              + "; "
              + run.validity());
    }
    return new Comparison(
        base,
        run,
        RunDifferences.between(base.stored().manifest(), run.stored().manifest()),
        alone(base, run),
        Family.adjusted(compared, confidence),
        question.counts(),
        confidence,
        isSame);
  }

  private static <T> List<T> common(String what, List<T> base, List<T> run) throws StoreException {
    List<T> common = base.stream().filter(run::contains).toList();
    if (common.isEmpty()) {
      throw new StoreException(
          "the runs have no %s in common: BASE has %s, RUN has %s"
              .formatted(what, words(base), words(run)));
    }
    return common;
  }

  private static List<String> alone(ComparedRun base, ComparedRun run) {
    RunStarts before = base.starts();
    RunStarts now = run.starts();
    return Stream.of(
            only("BASE", "variants", before.variants(), now.variants()),
            only("BASE", "loads", before.users(), now.users()),
            only("RUN", "variants", now.variants(), before.variants()),
            only("RUN", "loads", now.users(), before.users()))
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  private static <T> String only(String side, String what, List<T> own, List<T> other) {
    List<T> alone = own.stream().filter(one -> !other.contains(one)).toList();
    return alone.isEmpty()
        ? ""
        : "Not compared, only " + side + " has the " + what + ": " + words(alone) + ".";
  }

  private static String words(List<?> things) {
    return String.join(", ", things.stream().map(String::valueOf).toList());
  }

  public List<ComparedFigure> in(ComparedFigure.State state) {
    return figures.stream().filter(one -> one.state() == state).toList();
  }

  public List<String> variants() {
    return figures.stream().map(ComparedFigure::variant).distinct().toList();
  }

  public List<Integer> loads() {
    return figures.stream().map(ComparedFigure::users).distinct().toList();
  }

  /** How many comparisons chance had an opportunity in. */
  public int family() {
    return (int) figures.stream().filter(one -> one.p().isPresent()).count();
  }
}
