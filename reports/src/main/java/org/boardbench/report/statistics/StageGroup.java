package org.boardbench.report.statistics;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.reason.InvalidReason;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Start;

/**
 * One stage of one target, in all its repetitions; of a search for capacities one load.
 *
 * @param stage counts from 1; 0 of a search, whose starts may have the load at different places
 * @param rows in the order of repetitions
 * @param confidence of intervals over them
 */
public record StageGroup(
    String target, int stage, int users, List<StoredStage> rows, double confidence) {
  public StageGroup {
    rows = List.copyOf(rows);
  }

  /** Of a run, the variants in its plan's order. */
  public static List<StageGroup> of(StoredRun run) {
    return of(run, run.stages());
  }

  /** Of rows that are made of a run's, such as those of one message class, in the same way. */
  public static List<StageGroup> of(StoredRun run, List<StoredStage> stages) {
    return of(
        stages,
        Variants.of(run).order(),
        run.isSearch() ? _ -> 0 : StoredStage::stage,
        run.confidence());
  }

  /** Groups rows by target and stage, targets by their names. */
  public static List<StageGroup> of(List<StoredStage> stages) {
    return of(stages, Comparator.naturalOrder(), StoredStage::stage, Interval.CONFIDENCE);
  }

  private static List<StageGroup> of(
      List<StoredStage> stages,
      Comparator<String> order,
      ToIntFunction<StoredStage> number,
      double confidence) {
    Map<List<Object>, List<StoredStage>> groups =
        stages.stream()
            .sorted(
                Comparator.comparing(StoredStage::target, order)
                    .thenComparingInt(number)
                    .thenComparingInt(StoredStage::users)
                    .thenComparingInt(StoredStage::repetition)
                    .thenComparing(StoredStage::trialId))
            .collect(
                Collectors.groupingBy(
                    s -> List.of(s.target(), number.applyAsInt(s), s.users()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream()
        .map(rows -> {
          StoredStage first = rows.getFirst();
          return new StageGroup(
              first.target(), number.applyAsInt(first), first.users(), rows, confidence);
        })
        .toList();
  }

  /**
   * Whether any repetition is valid, so that the group's figures can be believed. A row that nobody
   * judged counts as valid.
   */
  public boolean isValid() {
    return rows.stream().anyMatch(StoredStage::isValid);
  }

  /** Over the valid repetitions; over all where there is none. */
  public Spread spread(Column<StageRecord> figure) {
    return Spread.of(counted().mapToDouble(row -> row.figure(figure)));
  }

  /** A column over the starts. */
  public GroupFigure shown(Column<StageRecord> column) {
    return shown(column, row -> FigureValue.of(row, column));
  }

  /**
   * What is made of each start, over the starts.
   *
   * @param column that it is made of
   */
  public GroupFigure shown(Column<StageRecord> column, Function<StoredStage, FigureValue> figure) {
    StageFigure ofStage = new StageFigure(column, Optional.empty());
    List<StoredStage> counted = rows.stream().filter(row -> row.isValidFor(ofStage)).toList();
    if (counted.isEmpty()) {
      return GroupFigure.ofInvalid(rows.stream().map(figure).toList());
    }
    List<FigureValue> values = counted.stream().map(figure).toList();
    List<Start> starts =
        counted.stream()
            .map(row ->
                new Start(
                    OptionalLong.of(row.repetition()),
                    figure.apply(row).value(),
                    ofStage.messages(row)))
            .toList();
    boolean atLeast = values.stream().anyMatch(FigureValue::atLeast);
    return GroupFigure.ofValid(Estimate.of(ofStage.kind(), starts), atLeast, confidence);
  }

  /** Starts that are valid, or that nobody judged. */
  public long usable() {
    return rows.stream().filter(StoredStage::isValid).count();
  }

  /** Of the same repetitions, each other word once: that of most of them first. */
  public List<String> words(Column<StageRecord> text) {
    return mostFirst(counted().map(row -> row.text(text)).filter(word -> !word.isEmpty()));
  }

  /** {@code cores (1 of 4 starts)}: the same, with how many where it is not all. */
  public String countedWords(Column<StageRecord> text) {
    long all = counted().count();
    return words(text).stream()
        .map(word -> {
          long with = counted().filter(row -> row.text(text).equals(word)).count();
          return word + (with < all ? " (" + with + " of " + all + " starts)" : "");
        })
        .collect(Collectors.joining(", "));
  }

  private Stream<StoredStage> counted() {
    return rows.stream().filter(row -> row.isValid() || !isValid());
  }

  /** Repetitions that are invalid. */
  public List<StoredStage> invalid() {
    return rows.stream().filter(row -> !row.isValid()).toList();
  }

  /**
   * Why repetitions are invalid: the code that most of them have first, then as they were found.
   */
  public List<String> codes() {
    return mostFirst(
        invalid().stream()
            .flatMap(row -> row.reasons().stream().map(InvalidReason::code).distinct()));
  }

  private static List<String> mostFirst(Stream<String> words) {
    Map<String, Long> counts =
        words.collect(
            Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What was measured and its bound for each reason of each invalid repetition. */
  public List<String> reasons() {
    return invalid().stream()
        .flatMap(row -> row.reasons().stream().map(InvalidReason::text))
        .distinct()
        .toList();
  }

  /** Repetitions that somebody judged. */
  public long judged() {
    return rows.stream().filter(row -> row.valid().isPresent()).count();
  }

  /** Repetitions that were judged valid. */
  public long valid() {
    return rows.stream().filter(row -> row.valid().orElse(false)).count();
  }
}
