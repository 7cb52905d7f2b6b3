package org.boardbench.findings.starts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one start of a variant left that may be believed. A load of which it has an invalid row, or
 * none, says nothing: a start is evidence of several loads only where it is valid at all of them,
 * or those that break early would count for more than those that keep all.
 *
 * @param rows valid ones, in the order of stages
 * @param disturbed the users of its invalid rows
 * @param hasFailed whether its trial failed
 */
public record OneStart(
    int repetition, List<StoredStage> rows, List<Integer> disturbed, boolean hasFailed) {
  public OneStart {
    rows = List.copyOf(rows);
    disturbed = List.copyOf(disturbed);
  }

  /**
   * Of all rows of a start.
   *
   * @param all valid or not
   */
  static OneStart of(int repetition, List<StoredStage> all, boolean hasFailed) {
    return new OneStart(
        repetition,
        all.stream().filter(StoredStage::isValid).toList(),
        all.stream().filter(row -> !row.isValid()).map(StoredStage::users).toList(),
        hasFailed);
  }

  /** Valid rows. */
  public Stream<StoredStage> at(int users) {
    return rows.stream().filter(row -> row.users() == users);
  }

  /** Whether it has rows of each of the loads, and all of them are valid. */
  public boolean isWhole(List<Integer> loads) {
    return loads.stream()
        .allMatch(users -> at(users).findAny().isPresent() && !disturbed.contains(users));
  }

  /** Whether its trial failed without any row of the load: its server was not there for it. */
  public boolean hasFailedBefore(int users) {
    return hasFailed && at(users).findAny().isEmpty() && !disturbed.contains(users);
  }

  /** Empty where it is not whole, or a row did not measure the figure. */
  public Optional<FigureValue> value(List<Integer> loads, StageFigure figure, OverStages over) {
    List<FigureValue> shown =
        loads.stream().flatMap(users -> at(users).map(row -> figure.of(row))).toList();
    boolean isKnown =
        isWhole(loads) && shown.stream().noneMatch(one -> Double.isNaN(one.value()));
    return isKnown && !shown.isEmpty()
        ? Optional.of(
            new FigureValue(
                over.of(shown.stream().mapToDouble(FigureValue::value).toArray()),
                shown.stream().anyMatch(FigureValue::atLeast)))
        : Optional.empty();
  }

  /**
   * How far messages leave that value open; where several rows make it, the one that is most so.
   */
  double messages(List<Integer> loads, StageFigure figure) {
    return loads.stream()
        .flatMap(users -> at(users))
        .mapToDouble(figure::messages)
        .max()
        .orElse(Double.NaN);
  }

  /**
   * Whether all rows at a load are within a region; empty where it is not whole there, or a row
   * leaves it open.
   */
  public Optional<Boolean> isWithin(int users, StageFigure figure, Region region) {
    List<Optional<Boolean>> known =
        at(users).map(row -> region.holds(figure.of(row))).distinct().toList();
    if (!isWhole(List.of(users)) || known.contains(Optional.<Boolean>empty())) {
      return Optional.empty();
    }
    return Optional.of(!known.contains(Optional.of(false)));
  }
}
