package org.boardbench.findings.starts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The starts of a run, as findings look at them. Invalid rows are counted and never looked into.
 */
public final class RunStarts {
  private final List<StoredStage> rows;
  private final Map<String, String> names;

  private RunStarts(List<StoredStage> rows, Map<String, String> names) {
    this.rows = rows;
    this.names = names;
  }

  /** Of rows of which each variant, repetition and stage has one. */
  public static RunStarts of(List<StoredStage> rows) {
    return new RunStarts(List.copyOf(rows), Map.of());
  }

  /**
   * The same where some variants stand for others.
   *
   * @param names a variant that is asked for → the one whose rows are looked at
   */
  public RunStarts renamed(Map<String, String> names) {
    return new RunStarts(rows, Map.copyOf(names));
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
    return variants().contains(nameOf(variant));
  }

  String nameOf(String variant) {
    return names.getOrDefault(variant, variant);
  }

  public List<Integer> loads(Where where) {
    return where.users().isEmpty() ? users() : where.users();
  }

  /** In the order of repetitions; one without a valid row is among them. */
  public List<OneStart> starts(String variant) {
    Map<Integer, List<StoredStage>> valid =
        rows.stream()
            .filter(row -> row.target().equals(nameOf(variant)))
            .collect(
                Collectors.groupingBy(
                    StoredStage::repetition,
                    TreeMap::new,
                    Collectors.filtering(StoredStage::isValid, Collectors.toList())));
    return valid.entrySet().stream()
        .map(start -> new OneStart(start.getKey(), start.getValue()))
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
    for (OneStart start : starts(where.variant())) {
      Optional<FigureValue> shown = value.apply(start);
      if (shown.isPresent()) {
        values.add(
            new Sample.OfStart(start.repetition(), shown.get(), messages.applyAsDouble(start)));
        used += start.rows().stream().filter(row -> loads.contains(row.users())).count();
      }
    }
    long all =
        rows.stream()
            .filter(row -> row.target().equals(nameOf(where.variant())))
            .filter(row -> loads.contains(row.users()))
            .count();
    return new Sample(values, (int) used, (int) all);
  }
}
