package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.summary.Headline;
import org.boardbench.report.summary.RankingTable;
import org.boardbench.report.summary.Trust;
import org.boardbench.statistics.NoiseFloor;

/**
 * The answer, on one screen: the ranking, what other sections have to say first, what is invalid,
 * and how far the machine can be trusted. A search for capacities has no ranking, and no next step
 * that a ranking would ask for: each of its starts has loads of its own.
 *
 * @param others of the page, in their order
 */
public record SummarySection(StoredRun run, RankingTable ranking, List<Section> others)
    implements Section {
  private static final int MOST_STEPS = 2;

  public SummarySection {
    others = List.copyOf(others);
  }

  /**
   * Of a run and the other sections of its page.
   *
   * @param rttP95Floor what the run's machine makes of nothing in the RTT p95; empty where nobody
   *     measured it
   */
  public static SummarySection of(
      StoredRun run, Optional<NoiseFloor> rttP95Floor, List<Section> others) {
    List<String> variants =
        run.stages().stream()
            .map(StoredStage::target)
            .distinct()
            .sorted(Variants.of(run).order())
            .toList();
    return new SummarySection(
        run,
        new RankingTable(
            RunSummary.of(run.stages(), variants, run.confidence(), rttP95Floor),
            run.isSearch() ? List.of() : variants),
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
    return Headline.of(ranking.run(), run.isSearch());
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
