package org.boardbench.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.boardbench.driver.AgentReport;
import org.boardbench.results.row.AgentFigures;
import org.boardbench.results.row.HoldCosts;

/** What a hold cost where agents made the load: their drivers in the place of this program's. */
final class AgentCosts {
  private AgentCosts() {}

  /**
   * The same costs where there are no agents. Else the CPU of all agents' drivers together, and the
   * longest wait of any loop for a core.
   */
  static HoldCosts of(HoldCosts here, List<AgentReport> agents) {
    if (agents.isEmpty()) {
      return here;
    }
    List<HoldCosts.DriverUse> uses =
        agents.stream()
            .filter(agent -> !agent.figures().isLost())
            .filter(agent -> agent.figures().share().boards() > 0)
            .map(agent -> agent.figures().driver())
            .toList();
    boolean areKnown = !uses.isEmpty() && uses.stream().allMatch(use -> use.cpuPct().isPresent());
    return new HoldCosts(
        here.server(),
        new HoldCosts.DriverUse(
            areKnown
                ? OptionalDouble.of(
                    uses.stream().mapToDouble(use -> use.cpuPct().getAsDouble()).sum())
                : OptionalDouble.empty(),
            uses.stream().flatMapToDouble(use -> use.runDelayPct().stream()).max()),
        here.machine(),
        here.surroundings());
  }

  /** CPU of the driver that used most of its cores, in percent of one. */
  static OptionalDouble busiestCpuPct(List<AgentReport> agents) {
    return busiest(agents)
        .map(agent -> agent.figures().driver().cpuPct())
        .orElse(OptionalDouble.empty());
  }

  /** How many it has; empty where no agent's use is known. */
  static Optional<Integer> busiestCores(List<AgentReport> agents) {
    return busiest(agents).map(agent -> agent.figures().share().cores());
  }

  private static Optional<AgentReport> busiest(List<AgentReport> agents) {
    return agents.stream()
        .filter(agent -> agent.figures().driver().cpuPct().isPresent())
        .max(
            Comparator.comparingDouble(agent ->
                agent.figures().driver().cpuPct().getAsDouble() / agent.figures().share().cores()));
  }

  /**
   * How far the clocks of two of them may differ, where deliveries go from one to the other: at
   * most by what both of the two worst ones may be off. Empty where each has whole boards.
   */
  static OptionalLong clockErrorNs(List<AgentReport> agents, int boards) {
    List<AgentFigures> drivers =
        agents.stream()
            .map(AgentReport::figures)
            .filter(agent -> agent.share().boards() > 0)
            .toList();
    return drivers.size() > boards
        ? OptionalLong.of(
            drivers.stream()
                .flatMapToLong(agent -> agent.clock().errorNs().stream())
                .map(errorNs -> -errorNs)
                .sorted()
                .limit(2)
                .map(errorNs -> -errorNs)
                .sum())
        : OptionalLong.empty();
  }

  /** The most of what is known of this machine and the agents'. */
  static OptionalDouble most(
      OptionalDouble here, List<AgentReport> agents, Function<AgentReport, OptionalDouble> figure) {
    Stream<OptionalDouble> all = Stream.concat(Stream.of(here), agents.stream().map(figure));
    return all.flatMapToDouble(OptionalDouble::stream).max();
  }
}
