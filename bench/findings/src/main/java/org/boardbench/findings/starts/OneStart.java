package org.boardbench.findings.starts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one start of a variant left that may be believed.
 *
 * @param rows valid ones, in the order of stages
 * @param failure empty where it came to its end
 */
public record OneStart(int repetition, List<StoredStage> rows, Optional<FailedStart> failure) {
  public OneStart {
    rows = List.copyOf(rows);
  }

  public Stream<StoredStage> at(int users) {
    return rows.stream().filter(row -> row.users() == users);
  }

  /**
   * Whether the server ended by itself under so many users, or under fewer: then the start has not
   * kept that load, whatever its rows say, and there may be none.
   */
  public boolean hasEndedUpTo(int users) {
    return failure.filter(known -> known.hasEndedUpTo(users)).isPresent();
  }

  /** Empty where a load has no valid row that measured the figure. */
  public Optional<FigureValue> value(List<Integer> loads, StageFigure figure, OverStages over) {
    List<FigureValue> shown =
        loads.stream().flatMap(users -> at(users).map(row -> figure.of(row))).toList();
    boolean isWhole =
        loads.stream().allMatch(users -> at(users).findAny().isPresent())
            && shown.stream().noneMatch(one -> Double.isNaN(one.value()));
    return isWhole && !shown.isEmpty()
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

  /** Whether all rows at a load are within a region; empty where that is not known. */
  public Optional<Boolean> isWithin(int users, StageFigure figure, Region region) {
    List<Optional<Boolean>> known =
        at(users).map(row -> region.holds(figure.of(row))).distinct().toList();
    if (known.contains(Optional.of(false))) {
      return Optional.of(false);
    }
    return known.equals(List.of(Optional.of(true))) ? Optional.of(true) : Optional.empty();
  }
}
