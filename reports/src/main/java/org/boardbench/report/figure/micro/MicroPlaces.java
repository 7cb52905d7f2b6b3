package org.boardbench.report.figure.micro;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.stored.MicroRow;

/**
 * Where microbenchmarks stand on an x-axis: side by side by a parameter, in equal steps.
 *
 * @param name of the row's place; one that is not among {@code names} is not drawn
 * @param names from left to right
 */
record MicroPlaces(String title, Function<MicroRow, String> name, List<String> names) {
  MicroPlaces {
    names = List.copyOf(names);
  }

  static MicroPlaces byPayload(List<MicroRow> rows) {
    return byNumber("Payload (bytes of JSON)", rows, row -> orZero(row.payloadBytes()));
  }

  static MicroPlaces byMembers(List<MicroRow> rows) {
    return byNumber("Members", rows, row -> orZero(row.members()));
  }

  /** Each thread has a board of its own. */
  static MicroPlaces byBoards(List<MicroRow> rows) {
    return byNumber("Boards, a thread for each", rows, MicroRow::threads);
  }

  private static int orZero(OptionalInt number) {
    return number.orElse(0);
  }

  private static MicroPlaces byNumber(
      String title, List<MicroRow> rows, ToIntFunction<MicroRow> number) {
    return new MicroPlaces(
        title,
        row -> Integer.toString(number.applyAsInt(row)),
        rows.stream().mapToInt(number).distinct().sorted().mapToObj(Integer::toString).toList());
  }

  Axis axis() {
    return Axis.named(title, names);
  }

  /** Counts from 1; 0 when the row has no place. */
  int of(MicroRow row) {
    return names.indexOf(Objects.requireNonNull(name.apply(row))) + 1;
  }
}
