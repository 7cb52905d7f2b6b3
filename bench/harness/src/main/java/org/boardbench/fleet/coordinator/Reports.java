package org.boardbench.fleet.coordinator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.boardbench.account.result.StageResult;
import org.boardbench.driver.AgentReport;
import org.boardbench.fleet.clock.ClockOffset;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.results.row.AgentFigures;
import org.boardbench.results.row.HoldCosts;
import org.boardbench.results.row.TimeFigures;

/** What is told of each agent, beside the result of all. */
final class Reports {
  private static final HoldCosts.DriverUse UNKNOWN_USE =
      new HoldCosts.DriverUse(OptionalDouble.empty(), OptionalDouble.empty());

  private Reports() {}

  /**
   * An agent's part of a stage.
   *
   * @param boards that it has users of
   * @param users of them that are its own
   */
  record Share(int boards, int users) {}

  /** Of one that drives nobody, and has the target on its machine. */
  static AgentReport ofHostAlone(AgentLink link, long startNs) {
    return new AgentReport(
        new AgentFigures(
            link.address().toString(),
            new AgentFigures.Share(link.welcome().cores(), 0, 0, true),
            link.lost().isEmpty() ? OptionalInt.of(0) : OptionalInt.empty(),
            TimeFigures.NONE,
            OptionalLong.empty(),
            UNKNOWN_USE,
            clock(link.offset(), startNs),
            link.lost().orElse("")),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /**
   * @param hasTarget whether the target is on its machine
   * @param result empty when the agent has none
   * @param startNs when the stage began (run clock)
   */
  static AgentReport of(
      AgentLink link, Share share, boolean hasTarget, Optional<StageResult> result, long startNs) {
    Optional<ToCoordinator.Use> use = result.flatMap(of -> link.result()).map(of -> of.use());
    String lost = result.isPresent() ? "" : link.lost().orElse("gave no result that can be read");
    return new AgentReport(
        new AgentFigures(
            link.address().toString(),
            new AgentFigures.Share(
                link.welcome().cores(), share.boards(), share.users(), hasTarget),
            result.map(of -> OptionalInt.of(of.joined())).orElse(OptionalInt.empty()),
            result.map(StageResult::driverSendDelay).orElse(TimeFigures.NONE),
            result.map(of -> OptionalLong.of(of.stallMaxNs())).orElse(OptionalLong.empty()),
            use.map(of -> new HoldCosts.DriverUse(of.cpuPct(), of.runDelayPct()))
                .orElse(UNKNOWN_USE),
            clock(link.offset(), startNs),
            lost),
        use.map(ToCoordinator.Use::stealPct).orElse(OptionalDouble.empty()),
        use.map(ToCoordinator.Use::foreignPct).orElse(OptionalDouble.empty()));
  }

  private static AgentFigures.Clock clock(ClockOffset offset, long atNs) {
    Optional<ClockOffset.Estimate> estimate = offset.at(atNs);
    return new AgentFigures.Clock(
        optional(estimate.map(ClockOffset.Estimate::offsetNs)),
        optional(estimate.map(ClockOffset.Estimate::errorNs)),
        estimate.isPresent() ? OptionalDouble.of(offset.driftPpm(atNs)) : OptionalDouble.empty(),
        optional(offset.fastestNs()));
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }
}
