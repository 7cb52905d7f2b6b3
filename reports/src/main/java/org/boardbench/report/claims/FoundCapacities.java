package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.CapacityRecord.Objective;
import org.boardbench.statistics.Start;

/**
 * What a search for capacities has found.
 *
 * @param run the search's id
 * @param rows of its {@code capacity.csv}
 */
public record FoundCapacities(String run, List<CapacityRecord> rows) {
  public FoundCapacities {
    rows = List.copyOf(rows);
  }

  /**
   * That is what a need asks to be kept; empty where the search had no such. An objective also says
   * how many users may drop, of which a need may be silent.
   */
  Optional<Objective> objective(Need need) {
    return rows.stream()
        .map(CapacityRecord::objective)
        .distinct()
        .filter(objective -> isOf(need, objective))
        .findFirst();
  }

  private static boolean isOf(Need need, Objective objective) {
    Map<String, Double> bounds =
        Map.of(
            StageTimes.RTT_P99_MS.name(), objective.rttP99Ms(),
            StageExtras.OWED_LOST_PCT.name(), objective.owedLossPct(),
            StageCounts.DISCONNECTS.name(), (double) objective.disconnects());
    Map<String, Double> limits =
        need.keep().stream()
            .collect(
                Collectors.toMap(limit -> limit.figure().name(), Need.Limit::atMost, Double::min));
    return limits.containsKey(StageTimes.RTT_P99_MS.name())
        && limits.containsKey(StageExtras.OWED_LOST_PCT.name())
        && limits.entrySet().stream()
            .allMatch(limit -> limit.getValue().equals(bounds.get(limit.getKey())));
  }

  /** Whether it has begun to look for that of a variant. */
  boolean has(String variant) {
    return rows.stream().anyMatch(row -> row.target().equals(variant));
  }

  /**
   * Of all starts; empty where the search has not come to its end, left it undecided, or knows only
   * that it is at most so much: who may break at any load cannot be set beside others.
   */
  Optional<CapacityRecord> result(String variant, Objective objective) {
    return of(variant, objective)
        .filter(row -> row.part() == CapacityPart.RESULT)
        .filter(row -> !row.isUndecided() && !row.censored().isAtMost())
        .findFirst();
  }

  /** The capacities of the starts that have one. */
  List<Start> starts(String variant, Objective objective) {
    return of(variant, objective)
        .filter(row -> row.part() == CapacityPart.STAIRCASE)
        .flatMapToDouble(row -> row.capacity().users().stream())
        .mapToObj(users -> new Start(OptionalLong.empty(), users))
        .toList();
  }

  private Stream<CapacityRecord> of(String variant, Objective objective) {
    return rows.stream()
        .filter(row -> row.target().equals(variant) && row.objective().equals(objective));
  }
}
