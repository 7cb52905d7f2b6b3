package org.boardbench.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.TrialKey;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StoredResults;
import org.boardbench.trial.StoredStarts.StoredStart;
import org.boardbench.trial.capacity.FreshStart;
import org.boardbench.trial.capacity.LoadSearch;
import org.boardbench.trial.capacity.NextHold;
import org.boardbench.trial.capacity.ObjectiveCapacity;
import org.boardbench.trial.capacity.StartCapacity;

/**
 * The rows of {@code capacity.csv}. All of them follow from other files, so that those which a
 * crash has kept from being written are written when the run goes on.
 */
final class CapacityRows {
  private static final String RESULT = "result";

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
    for (StoredRow<CapacityRecord> row :
        StoredResults.rows(store.folder(), CapacityColumns.TABLE)) {
      written.add(
          key(
              row.text(CapacityColumns.TARGET),
              row.text(CapacityColumns.TRIAL_ID),
              row.number(CapacityColumns.OBJECTIVE)));
    }
  }

  /**
   * Writes those that follow from {@code starts} and are not written yet.
   *
   * @return a sentence for each result among them
   */
  List<String> complete(StoredStarts starts) throws StoreException {
    List<CapacityRecord> missing = new ArrayList<>();
    for (Variant variant : plan.variants()) {
      List<StoredStart> stored = starts.stored(variant.name());
      for (int i = 0; i < stored.size(); i++) {
        List<FreshStart> earlier = starts.of(variant.name()).subList(0, i);
        search
            .next(earlier, List.of())
            .ifPresent(first -> missing.addAll(of(stored, earlier.size(), first)));
      }
      if (search.next(starts.of(variant.name()), List.of()).isEmpty()) {
        missing.addAll(results(variant, starts.of(variant.name())));
      }
    }
    missing.removeIf(row -> !written.add(key(row)));
    if (!missing.isEmpty()) {
      store.append(missing);
    }
    return missing.stream()
        .filter(row -> row.part().equals(RESULT))
        .map(CapacityRows::sentence)
        .toList();
  }

  private List<CapacityRecord> of(List<StoredStart> stored, int index, NextHold first) {
    StoredStart start = stored.get(index);
    List<StartCapacity> capacities = search.capacities(start.start());
    List<CapacityRecord> rows = new ArrayList<>();
    for (int number = 1; number <= capacities.size(); number++) {
      StartCapacity found = capacities.get(number - 1);
      rows.add(
          new CapacityRecord(
              store.runId(),
              start.trial().target(),
              Optional.of(start.trial()),
              first.phase().name().toLowerCase(Locale.ROOT),
              objective(number),
              found.lower(),
              found.upper(),
              found.isAtLeast(),
              OptionalDouble.empty(),
              OptionalInt.empty()));
    }
    return rows;
  }

  private List<CapacityRecord> results(Variant variant, List<FreshStart> starts) {
    List<ObjectiveCapacity> capacities = search.capacities(starts);
    List<CapacityRecord> rows = new ArrayList<>();
    for (int number = 1; number <= capacities.size(); number++) {
      ObjectiveCapacity found = capacities.get(number - 1);
      rows.add(
          new CapacityRecord(
              store.runId(),
              variant.name(),
              Optional.empty(),
              RESULT,
              objective(number),
              found.lowerBound(),
              found.upperBound(),
              found.isAtLeast(),
              found.mean(),
              OptionalInt.of(found.values().size())));
    }
    return rows;
  }

  private CapacityRecord.Objective objective(int number) {
    ObjectiveSpec objective = spec.objectives().get(number - 1);
    return new CapacityRecord.Objective(
        number, objective.rttP99().toMillis(), objective.owedLossPct(), objective.disconnects());
  }

  private static List<String> key(CapacityRecord row) {
    String start = row.start().map(TrialKey::trialId).orElse("");
    return key(row.target(), start, row.objective().number());
  }

  private static List<String> key(String target, String start, int objective) {
    return List.of(target, start, Integer.toString(objective));
  }

  /** {@code my-server keeps RTT p99 ≤ 10 ms with 483 users (5 starts)}. */
  private static String sentence(CapacityRecord result) {
    String bound = String.format(Locale.ROOT, "RTT p99 ≤ %.0f ms", result.objective().rttP99Ms());
    if (result.users().isEmpty()) {
      return result.target() + " keeps " + bound + " under no load of the search";
    }
    return String.format(
        Locale.ROOT,
        "%s keeps %s with %s%.0f users (%d starts)",
        result.target(),
        bound,
        result.isAtLeast() ? "at least " : "",
        result.users().getAsDouble(),
        result.starts().orElse(0));
  }
}
