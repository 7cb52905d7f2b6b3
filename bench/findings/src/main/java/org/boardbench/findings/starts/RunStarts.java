package org.boardbench.findings.starts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The starts of a run, as findings look at them. Invalid rows are counted and never looked into.
 */
public final class RunStarts {
  private final List<StoredStage> rows;
  private final List<FailedStart> failed;
  private final FaultedStages faulted;

  private RunStarts(List<StoredStage> rows, List<FailedStart> failed, FaultedStages faulted) {
    this.rows = rows;
    this.failed = failed;
    this.faulted = faulted;
  }

  /** Of rows of which each variant, repetition and stage has one, of starts that all ended well. */
  public static RunStarts of(List<StoredStage> rows) {
    return of(rows, List.of());
  }

  /**
   * The same of starts some of which failed.
   *
   * @param failed at most one of each variant and repetition; some may have rows
   */
  public static RunStarts of(List<StoredStage> rows, List<FailedStart> failed) {
    return of(rows, failed, FaultedStages.NONE);
  }

  /** The same where something was made to fail in some stages. */
  public static RunStarts of(
      List<StoredStage> rows, List<FailedStart> failed, FaultedStages faulted) {
    return new RunStarts(List.copyOf(rows), List.copyOf(failed), faulted);
  }

  /** The same starts, of which no more is seen than the stage of this number, from 1. */
  public RunStarts atStage(int number) {
    return new RunStarts(
        rows.stream().filter(row -> row.stage() == number).toList(), failed, faulted);
  }

  /** The same starts, of which no more is seen than stages in which nothing was made to fail. */
  public RunStarts undisturbed() {
    return new RunStarts(
        rows.stream().filter(row -> !faulted.has(row)).toList(),
        failed.stream().map(one -> faulted.has(one) ? one.withoutEnding() : one).toList(),
        FaultedStages.NONE);
  }

  /** In their order. */
  public List<StoredStage> rows() {
    return rows;
  }

  /** That have rows, or at least a start that failed before it had any. */
  public List<String> started() {
    return Stream.concat(
            rows.stream().map(StoredStage::target), failed.stream().map(FailedStart::variant))
        .distinct()
        .toList();
  }

  /** That have rows. */
  public List<String> variants() {
    return rows.stream().map(StoredStage::target).distinct().toList();
  }

  /** Under which servers ended by themselves; of some of them no stage may have a row. */
  public List<Integer> endedUnder() {
    return failed.stream()
        .flatMapToInt(start -> start.serverEndedUsers().stream())
        .distinct()
        .sorted()
        .boxed()
        .toList();
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

  /** In the order of repetitions; those without a valid row are among them. */
  public List<OneStart> starts(String variant) {
    Map<Integer, List<StoredStage>> own =
        rows.stream()
            .filter(row -> row.target().equals(variant))
            .collect(
                Collectors.groupingBy(StoredStage::repetition, TreeMap::new, Collectors.toList()));
    Map<Integer, FailedStart> failures =
        failed.stream()
            .filter(start -> start.variant().equals(variant))
            .collect(Collectors.toMap(FailedStart::repetition, Function.identity()));
    failures.keySet().forEach(repetition -> own.putIfAbsent(repetition, List.of()));
    return own.entrySet().stream()
        .map(start ->
            new OneStart(
                start.getKey(),
                start.getValue(),
                Optional.ofNullable(failures.get(start.getKey()))))
        .toList();
  }

  public Sample sample(Where where, StageFigure figure, OverStages over) {
    return sample(
        where,
        figure,
        start -> start.value(loads(where), figure, over),
        start -> start.messages(loads(where), figure));
  }

  /**
   * One number of each start.
   *
   * @param figure that it is made of
   * @param value empty leaves the start out
   */
  public Sample sample(
      Where where, StageFigure figure, Function<OneStart, Optional<FigureValue>> value) {
    return sample(where, figure, value, start -> Double.NaN);
  }

  private Sample sample(
      Where where,
      StageFigure figure,
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
        used += loads.stream().flatMap(users -> start.at(users, figure)).count();
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
