package org.boardbench.findings.starts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one start of a variant left. A load of which it has an invalid row, or none, says nothing: a
 * start is evidence of several loads only where it is valid at all of them, or those that break
 * early would count for more than those that keep all.
 *
 * @param rows in the order of stages, valid or not
 * @param failure empty where it came to its end
 */
public record OneStart(int repetition, List<StoredStage> rows, Optional<FailedStart> failure) {
  public OneStart {
    rows = List.copyOf(rows);
  }

  /** Valid rows. */
  public Stream<StoredStage> at(int users) {
    return rows.stream().filter(row -> row.users() == users && row.isValid());
  }

  /** Rows whose figure counts. */
  public Stream<StoredStage> at(int users, StageFigure figure) {
    return rows.stream().filter(row -> row.users() == users && row.isValidFor(figure));
  }

  /** Whether it has rows of each of the loads, and all of them are valid. */
  public boolean isWhole(List<Integer> loads) {
    return isWhole(loads, StoredStage::isValid);
  }

  /** Whether it has rows of each of the loads, and the figure counts in all of them. */
  public boolean isWhole(List<Integer> loads, StageFigure figure) {
    return isWhole(loads, row -> row.isValidFor(figure));
  }

  private boolean isWhole(List<Integer> loads, Predicate<StoredStage> isValid) {
    return loads.stream()
        .allMatch(users -> {
          List<StoredStage> all = rows.stream().filter(row -> row.users() == users).toList();
          return !all.isEmpty() && all.stream().allMatch(isValid);
        });
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
        loads.stream().flatMap(users -> at(users, figure).map(row -> figure.of(row))).toList();
    boolean isKnown =
        isWhole(loads, figure) && shown.stream().noneMatch(one -> Double.isNaN(one.value()));
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
        .flatMap(users -> at(users, figure))
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
        at(users, figure).map(row -> region.holds(figure.of(row))).distinct().toList();
    if (!isWhole(List.of(users), figure) || known.contains(Optional.<Boolean>empty())) {
      return Optional.empty();
    }
    return Optional.of(!known.contains(Optional.of(false)));
  }
}
