package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.findings.ranking.KeptLoad;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.ranking.RunSummary.Disturbance;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.summary.Headline;
import org.boardbench.report.summary.RankingTable;
import org.boardbench.report.summary.Trust;
import org.boardbench.report.summary.VariantStyles;
import org.boardbench.statistics.NoiseFloor;

/**
 * The answer, on one screen: the ranking, what other sections have to say first, what is invalid,
 * and how far the machine can be trusted. A search for capacities has no ranking, and no next step
 * that a ranking would ask for: each of its starts has loads of its own.
 *
 * @param noise why variants share a rank whose intervals do not overlap; empty where it has no say
 * @param others of the page, in their order
 */
public record SummarySection(
    StoredRun run, RankingTable ranking, String noise, List<Section> others) implements Section {
  private static final int MOST_STEPS = 2;
  private static final String OWED =
      "Owed is every delivery that the load asks for, also those to and from users that were refused"
          + " or dropped.";
  private static final String FLOOR =
      " The floor, in grey, is a server of next to no cost: what driver and kernel take alone. It has no"
          + " rank.";
  private static final String SOME =
      " Where starts are in parentheses, only so many of those that are valid kept that load.";

  public SummarySection {
    others = List.copyOf(others);
  }

  /**
   * Of a run, before the other sections.
   *
   * @param rttP95Floor what the run's machine makes of nothing in the RTT p95; empty where nobody
   *     measured it
   */
  public static SummarySection of(
      StoredRun run, Optional<NoiseFloor> rttP95Floor, List<Section> others) {
    Variants all = Variants.of(run);
    List<String> variants = run.variants().stream().sorted(all.order()).toList();
    RunSummary summary =
        RunSummary.of(run.starts(), variants, all::isFloor, run.confidence(), rttP95Floor);
    return new SummarySection(
        run,
        new RankingTable(
            summary,
            run.isSearch() || summary.disturbance() == Disturbance.THROUGHOUT
                ? List.of()
                : variants,
            variants.stream().filter(all::isFloor).collect(Collectors.toSet()),
            run.stages().stream().map(StoredStage::target).collect(Collectors.toSet())),
        rttP95Floor.isPresent() ? Trust.ofRanks(run.manifest()) : "",
        others);
  }

  @Override
  public String anchor() {
    return "summary";
  }

  @Override
  public String title() {
    return "In short";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "summarySection";
  }

  String headline() {
    return Headline.of(ranking.run(), run.isSearch(), noise);
  }

  /** What words of the table mean. */
  String legend() {
    boolean isSome = ranking.run().mostKept().values().stream().anyMatch(KeptLoad::isOfSome);
    return OWED
        + (isSome ? SOME : "")
        + (ranking.floors().isEmpty() ? "" : FLOOR)
        + VariantStyles.words(run.manifest());
  }

  Variants variants() {
    return Variants.of(run);
  }

  /** Sections that have something for the first screen. */
  List<Section> told() {
    return others.stream()
        .filter(section -> section.isThere() && !section.summary().isEmpty())
        .toList();
  }

  String invalid() {
    return Trust.rows(ranking.run().invalidRows());
  }

  String machine() {
    return String.join(" ", Trust.machine(run.manifest(), run.stages()));
  }

  List<String> nextSteps() {
    return run.isSearch()
        ? List.of()
        : ranking.run().nextSteps().stream().limit(MOST_STEPS).toList();
  }
}
