package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.Bottleneck;

/**
 * What the servers had of the machine, and what they lacked. Runs that did not look tell neither.
 */
public record LimitSection(List<StageGroup> groups) implements Section {
  private static final List<ServerTable.Heading> LIMITS =
      List.of(
          new ServerTable.Heading(StageExtras.CORES_AVAILABLE, "Cores available"),
          new ServerTable.Heading(StageCosts.CPU_MEAN_PCT, "CPU mean (%)"),
          new ServerTable.Heading(StageExtras.BUSIEST_THREAD_PCT, "Busiest thread (%)"),
          new ServerTable.Heading(StageExtras.TARGET_RUN_DELAY_PCT, "Run delay (%)"),
          new ServerTable.Heading(StageExtras.FOREIGN_CPU_PCT, "Foreign CPU (%)"));

  public LimitSection {
    groups = List.copyOf(groups);
  }

  @Override
  public String anchor() {
    return "limits";
  }

  @Override
  public String title() {
    return "What limited the servers";
  }

  @Override
  public String link() {
    return "Limits";
  }

  /** Whether it is known what limited the servers, or that nothing did. */
  @Override
  public boolean isThere() {
    return !bottlenecks().isEmpty()
        || ServerTable.measured(groups, LIMITS).stream()
            .anyMatch(heading -> heading.figure().isOptional());
  }

  @Override
  public String template() {
    return "limitSection";
  }

  ServerTable table() {
    return ServerTable.withBottleneck(groups, LIMITS);
  }

  /** The words for them in results. */
  List<String> bottlenecks() {
    return groups.stream()
        .flatMap(group -> group.words(StageExtras.BOTTLENECK).stream())
        .distinct()
        .sorted()
        .toList();
  }

  static String meaning(String bottleneck) {
    return Bottleneck.of(bottleneck)
        .map(Bottleneck::meaning)
        .orElse("A word that this report does not know.");
  }
}
