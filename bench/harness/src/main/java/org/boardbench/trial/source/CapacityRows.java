package org.boardbench.trial.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.findings.capacity.CapacityWords;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.CapacityRecord.Capacity;
import org.boardbench.results.row.CapacityRecord.Censored;
import org.boardbench.results.row.CapacityRecord.Density;
import org.boardbench.store.ResultStore;
import org.boardbench.trial.capacity.FreshStart;
import org.boardbench.trial.capacity.LoadSearch;
import org.boardbench.trial.capacity.ObjectiveCapacity;
import org.boardbench.trial.capacity.SearchPhase;
import org.boardbench.trial.capacity.StartCapacity;
import org.boardbench.trial.source.StoredStarts.StoredStart;

/**
 * The rows of {@code capacity.csv}. All of them follow from other files, so that those which a
 * crash has kept from being written are written when the run goes on.
 */
final class CapacityRows {
  private final ExperimentPlan plan;
  private final CapacitySpec spec;
  private final LoadSearch search;
  private final ResultStore store;
  private final Set<List<String>> written = new HashSet<>();

  CapacityRows(ExperimentPlan plan, CapacitySpec spec, LoadSearch search, ResultStore store)
      throws StoreException {
    this.plan = plan;
    this.spec = spec;
    this.search = search;
    this.store = store;
    StoredCapacities.read(store.folder()).rows().forEach(row -> written.add(key(row)));
  }

  /**
   * Writes those that follow from {@code starts} and are not written yet.
   *
   * @return a sentence for each result among them
   */
  List<String> complete(StoredStarts starts) throws StoreException {
    List<CapacityRecord> missing = new ArrayList<>();
    for (Variant variant : plan.variants()) {
      List<CapacityRecord> ofStarts = ofStarts(variant.name(), starts);
      missing.addAll(ofStarts);
      List<FreshStart> measured = starts.of(variant.name());
      if (search.next(measured, List.of()).isEmpty()) {
        missing.addAll(results(variant.name(), measured, ofStarts));
      }
    }
    missing.removeIf(row -> !written.add(key(row)));
    if (!missing.isEmpty()) {
      store.append(missing);
    }
    return missing.stream()
        .filter(row -> row.part() == CapacityPart.RESULT)
        .map(CapacityWords::sentence)
        .toList();
  }

  private List<CapacityRecord> ofStarts(String variant, StoredStarts starts) {
    List<StoredStart> stored = starts.stored(variant);
    List<CapacityRecord> rows = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      StoredStart start = stored.get(i);
      if (!start.start().hasMeasured()) {
        continue; // the search passes over it, too
      }
      search
          .next(starts.of(variant).subList(0, i), List.of())
          .ifPresent(first -> rows.addAll(of(variant, start, first.phase())));
    }
    return rows;
  }

  private List<CapacityRecord> of(String variant, StoredStart start, SearchPhase phase) {
    boolean hasCapacity = phase == SearchPhase.STAIRCASE;
    List<StartCapacity> capacities = search.capacities(start.start());
    List<CapacityRecord> rows = new ArrayList<>();
    for (int number = 1; number <= capacities.size(); number++) {
      StartCapacity found = capacities.get(number - 1);
      rows.add(
          new CapacityRecord(
              store.runId(),
              variant,
              Optional.of(start.trial()),
              CapacityPart.valueOf(phase.name()),
              objective(number),
              found.lower(),
              found.upper(),
              found.isAtLeast(),
              hasCapacity ? Capacity.ofStart(search.users(found)) : Capacity.NONE,
              hasCapacity ? LoadDensity.of(start.rows(), found.lower()) : Density.NONE,
              Censored.ofStart(hasCapacity ? search.isAtMost(found) : found.violatedAtOnce())));
    }
    return rows;
  }

  private List<CapacityRecord> results(
      String variant, List<FreshStart> starts, List<CapacityRecord> ofStarts) {
    List<ObjectiveCapacity> capacities = search.capacities(starts);
    List<CapacityRecord> rows = new ArrayList<>();
    for (int number = 1; number <= capacities.size(); number++) {
      ObjectiveCapacity found = capacities.get(number - 1);
      CapacityRecord.Objective objective = objective(number);
      rows.add(
          new CapacityRecord(
              store.runId(),
              variant,
              Optional.empty(),
              CapacityPart.RESULT,
              objective,
              found.lowerBound(),
              found.upperBound(),
              found.isAtLeast(),
              capacity(found),
              LoadDensity.mean(
                  ofStarts.stream()
                      .filter(row -> row.objective().equals(objective))
                      .map(CapacityRecord::density)
                      .toList()),
              new Censored(
                  found.isAtMost(),
                  OptionalInt.of(found.atLeastStarts()),
                  OptionalInt.of(found.atMostStarts()))));
    }
    return rows;
  }

  private static Capacity capacity(ObjectiveCapacity found) {
    return new Capacity(
        found.mean(), found.low(), found.high(), OptionalInt.of(found.values().size()));
  }

  private CapacityRecord.Objective objective(int number) {
    ObjectiveSpec objective = spec.objectives().get(number - 1);
    return new CapacityRecord.Objective(
        number, objective.rttP99().toMillis(), objective.owedLossPct(), objective.disconnects());
  }

  private static List<String> key(CapacityRecord row) {
    return List.of(
        row.target(),
        row.start().map(CapacityRecord.Start::trialId).orElse(""),
        Integer.toString(row.objective().number()));
  }
}
