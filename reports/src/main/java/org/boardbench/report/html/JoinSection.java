package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.results.column.StageExtras;

/** How fast the servers took users in; nothing of runs that did not measure it. */
public record JoinSection(List<StageGroup> groups) implements Section {
  private static final List<ServerTable.Heading> TIMES =
      List.of(
          new ServerTable.Heading(StageExtras.CONNECT_P50_MS, "Connect p50 (ms)"),
          new ServerTable.Heading(StageExtras.CONNECT_P99_MS, "Connect p99 (ms)"),
          new ServerTable.Heading(StageExtras.JOIN_P99_MS, "Join p99 (ms)"));

  public JoinSection {
    groups = List.copyOf(groups);
  }

  @Override
  public String anchor() {
    return "joining";
  }

  @Override
  public String title() {
    return "Connecting and joining";
  }

  @Override
  public String link() {
    return "Joining";
  }

  @Override
  public boolean isThere() {
    return !ServerTable.measured(groups, TIMES).isEmpty();
  }

  @Override
  public String template() {
    return "joinSection";
  }

  ServerTable table() {
    return ServerTable.of(groups, TIMES);
  }
}
