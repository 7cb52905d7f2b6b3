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
 * @param failure empty where it came to its end
 */
public record OneStart(
    int repetition,
    List<StoredStage> rows,
    List<Integer> disturbed,
    Optional<FailedStart> failure) {
  public OneStart {
    rows = List.copyOf(rows);
    disturbed = List.copyOf(disturbed);
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

  /**
   * Whether the server ended by itself under so many users, or under fewer: then the start has not
   * kept that load, whatever its rows say, and there may be none.
   */
  public boolean hasEndedUpTo(int users) {
    return failure.filter(known -> known.hasEndedUpTo(users)).isPresent();
  }

  /** Empty where it is not whole, or a row did not measure the figure. */
  public Optional<FigureValue> value(List<Integer> loads, StageFigure figure, OverStages over) {
    List<FigureValue> shown =
        loads.stream().flatMap(users -> at(users).map(row -> figure.of(row))).toList();
    boolean isKnown = isWhole(loads) && shown.stream().noneMatch(one -> Double.isNaN(one.value()));
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
