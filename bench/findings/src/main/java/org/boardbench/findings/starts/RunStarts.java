package org.boardbench.findings.starts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The starts of a run, as findings look at them. Invalid rows are counted and never looked into.
 */
public final class RunStarts {
  private final List<StoredStage> rows;
  private final Set<FailedStart> failed;

  private RunStarts(List<StoredStage> rows, Set<FailedStart> failed) {
    this.rows = rows;
    this.failed = failed;
  }

  /** Of rows of which each variant, repetition and stage has one, where no trial failed. */
  public static RunStarts of(List<StoredStage> rows) {
    return of(rows, Set.of());
  }

  /**
   * Of rows of which each variant, repetition and stage has one.
   *
   * @param failed starts that did not come to their end, with rows or without
   */
  public static RunStarts of(List<StoredStage> rows, Set<FailedStart> failed) {
    return new RunStarts(List.copyOf(rows), Set.copyOf(failed));
  }

  /** That have rows. */
  public List<String> variants() {
    return rows.stream().map(StoredStage::target).distinct().toList();
  }

  /** Of all stages, ascending. */
  public List<Integer> users() {
    return rows.stream().map(StoredStage::users).distinct().sorted().toList();
  }

  public boolean has(String variant) {
    return variants().contains(variant);
  }

  public List<Integer> loads(Where where) {
    return where.users().isEmpty() ? users() : where.users();
  }

  /** In the order of repetitions; one without a valid row is among them. */
  public List<OneStart> starts(String variant) {
    Map<Integer, List<StoredStage>> all = new TreeMap<>();
    failed.stream()
        .filter(start -> start.variant().equals(variant))
        .forEach(start -> all.put(start.repetition(), new ArrayList<>()));
    rows.stream()
        .filter(row -> row.target().equals(variant))
        .forEach(row -> all.computeIfAbsent(row.repetition(), _ -> new ArrayList<>()).add(row));
    return all.entrySet().stream()
        .map(start ->
            OneStart.of(
                start.getKey(),
                start.getValue(),
                failed.contains(new FailedStart(variant, start.getKey()))))
        .toList();
  }

  public Sample sample(Where where, StageFigure figure, OverStages over) {
    return sample(
        where,
        start -> start.value(loads(where), figure, over),
        start -> start.messages(loads(where), figure));
  }

  /**
   * One number of each start.
   *
   * @param value empty leaves the start out
   */
  public Sample sample(Where where, Function<OneStart, Optional<FigureValue>> value) {
    return sample(where, value, start -> Double.NaN);
  }

  private Sample sample(
      Where where,
      Function<OneStart, Optional<FigureValue>> value,
      ToDoubleFunction<OneStart> messages) {
    List<Integer> loads = loads(where);
    List<Sample.OfStart> values = new ArrayList<>();
    long used = 0;
    List<OneStart> starts = starts(where.variant());
    for (OneStart start : starts) {
      Optional<FigureValue> shown = value.apply(start);
      if (shown.isPresent()) {
        values.add(
            new Sample.OfStart(start.repetition(), shown.get(), messages.applyAsDouble(start)));
        used += start.rows().stream().filter(row -> loads.contains(row.users())).count();
      }
    }
    long all =
        rows.stream()
            .filter(row -> row.target().equals(where.variant()))
            .filter(row -> loads.contains(row.users()))
            .count();
    return new Sample(values, starts.size() - values.size(), (int) used, (int) all);
  }
}
