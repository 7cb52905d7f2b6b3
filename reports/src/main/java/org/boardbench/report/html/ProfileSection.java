package org.boardbench.report.html;

import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.profile.FlameGraph;
import org.boardbench.report.stored.ProfiledStage;
import org.boardbench.report.table.ProfileTable;

/**
 * What servers' CPU time goes into, by profiled trials.
 *
 * @param figure empty where it is on another page
 * @param hasGraphs whether flame graphs are shown
 */
public record ProfileSection(ProfileTable table, Optional<Figure> figure, boolean hasGraphs)
    implements Section {
  @Override
  public String anchor() {
    return "profile";
  }

  @Override
  public String title() {
    return "Where the CPU time goes";
  }

  @Override
  public String link() {
    return "CPU time";
  }

  @Override
  public boolean isThere() {
    return !table.isEmpty();
  }

  @Override
  public String template() {
    return "profileSection";
  }

  /** The holds that have a flame graph here. */
  List<ProfiledStage> graphs() {
    return table.loads().stream()
        .flatMap(load -> load.profiles().stream())
        .filter(profile -> hasGraphs && !profile.stacks().isEmpty())
        .toList();
  }

  static String file(ProfiledStage profile) {
    return "figures/" + FlameGraph.name(profile.trial(), profile.stage()) + ".svg";
  }
}
