package org.boardbench.report.figure;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.ranking.BrokenLoad;
import org.boardbench.findings.ranking.RunSummary;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;

/**
 * What each variant lacked at the first load that it did not keep, by the rule of the ranking: what
 * a few of its starts lacked under a load that most of them kept is in the tables alone.
 */
final class LackedLabels {
  private final List<BrokenLoad> broken;

  private LackedLabels(List<BrokenLoad> broken) {
    this.broken = List.copyOf(broken);
  }

  static LackedLabels of(StoredRun run) {
    return new LackedLabels(RunSummary.of(run.starts(), run.variants(), run.confidence()).broken());
  }

  /**
   * The word for it; empty where there is nothing to be said.
   *
   * @param own all groups of its variant, in their order
   */
  String of(StageGroup group, List<StageGroup> own) {
    Optional<Bottleneck> lacked = lacked(group.target());
    return lacked
        .filter(what ->
            own.stream()
                .filter(other -> isOf(other, what))
                .findFirst()
                .filter(group::equals)
                .isPresent())
        .map(Bottleneck::key)
        .orElse("");
  }

  /** Whether one of them has a label. */
  boolean isAny(List<StageGroup> groups) {
    return groups.stream()
        .anyMatch(group -> lacked(group.target()).filter(what -> isOf(group, what)).isPresent());
  }

  private Optional<Bottleneck> lacked(String variant) {
    return load(variant).flatMap(BrokenLoad::bottleneck).filter(what -> what != Bottleneck.NONE);
  }

  private Optional<BrokenLoad> load(String variant) {
    return broken.stream().filter(load -> load.variant().equals(variant)).findFirst();
  }

  /** Several stages may have so many users. */
  private boolean isOf(StageGroup group, Bottleneck what) {
    return load(group.target()).filter(load -> load.users() == group.users()).isPresent()
        && group.words(StageExtras.BOTTLENECK).contains(what.key());
  }
}
