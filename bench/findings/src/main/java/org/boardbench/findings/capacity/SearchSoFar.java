package org.boardbench.findings.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.CapacityRecord.Capacity;
import org.boardbench.results.row.CapacityRecord.Censored;
import org.boardbench.results.row.CapacityRecord.Density;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import tools.jackson.databind.JsonNode;

/**
 * What is known of variants whose search was broken off in its confirmations: capacities and their
 * intervals are of the starts before these.
 *
 * @param rows of {@code capacity.csv}
 * @param plan as {@code run.json} has it
 */
public record SearchSoFar(List<CapacityRecord> rows, JsonNode plan) {
  public SearchSoFar {
    rows = List.copyOf(rows);
  }

  /**
   * Of each variant and objective what its result will say, but for the bounds that confirmations
   * find; none of variants that have their results, or lack starts in small steps.
   */
  public List<CapacityRecord> results() {
    return byVariant().values().stream()
        .filter(own -> own.stream().noneMatch(row -> row.part() == CapacityPart.RESULT))
        .flatMap(this::results)
        .toList();
  }

  private Map<String, List<CapacityRecord>> byVariant() {
    return rows.stream()
        .collect(
            Collectors.groupingBy(CapacityRecord::target, LinkedHashMap::new, Collectors.toList()));
  }

  private Stream<CapacityRecord> results(List<CapacityRecord> own) {
    List<CapacityRecord> found =
        own.stream()
            .filter(row -> row.part() == CapacityPart.STAIRCASE)
            .collect(
                Collectors.groupingBy(
                    CapacityRecord::objective, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(this::result)
            .toList();
    boolean isConfirming = own.stream().anyMatch(row -> row.part() == CapacityPart.CONFIRMATION);
    long starts =
        own.stream()
            .filter(row -> row.part() == CapacityPart.STAIRCASE)
            .flatMap(row -> row.start().stream())
            .distinct()
            .count();
    // Some objective may be at least so much for a lack of starts that are still to come.
    boolean isComplete = starts >= planned() && found.stream().noneMatch(CapacityRecord::isAtLeast);
    return isConfirming || isComplete ? found.stream() : Stream.empty();
  }

  private CapacityRecord result(List<CapacityRecord> starts) {
    CarriedUsers found =
        new CarriedUsers(
            planned(),
            plan.path("capacity").path("least-users").asInt(0),
            starts.stream().map(SearchSoFar::start).toList());
    CapacityRecord first = starts.getFirst();
    return new CapacityRecord(
        first.runId(),
        first.target(),
        Optional.empty(),
        CapacityPart.RESULT,
        first.objective(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        found.isAtLeast(),
        new Capacity(
            found.decidedMean(), found.low(), found.high(), OptionalInt.of(found.values().size())),
        new Density(mean(starts, Density::usersPerCore), mean(starts, Density::usersPer100Mib)),
        new Censored(
            found.isAtMost(),
            OptionalInt.of(found.atLeastStarts()),
            OptionalInt.of(found.atMostStarts())));
  }

  private int planned() {
    return plan.path("capacity").path("starts").asInt(1);
  }

  /** Of what lies in the middle of a step, the step is told by that. */
  private static CarriedUsers.OfStart start(CapacityRecord row) {
    OptionalDouble users = row.capacity().users();
    boolean isAtMost = row.censored().isAtMost();
    boolean isInStep = row.upperUsers().isPresent() && users.isPresent() && !isAtMost;
    return new CarriedUsers.OfStart(
        row.lowerUsers(),
        row.upperUsers(),
        users,
        isAtMost,
        isInStep
            ? OptionalDouble.of(row.upperUsers().getAsInt() / users.getAsDouble())
            : OptionalDouble.empty());
  }

  private static OptionalDouble mean(
      List<CapacityRecord> starts, Function<Density, OptionalDouble> figure) {
    return Estimate.of(
            FigureKind.CAPACITY,
            starts.stream().flatMapToDouble(row -> figure.apply(row.density()).stream()))
        .mean();
  }
}
