package org.boardbench.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.row.ComponentSecond;

/**
 * Rows of {@link ComponentSecond} in little room, as bare numbers: a hold of an hour has more than
 * ten thousand of them.
 */
final class ComponentSeconds {
  private static final int FIGURES = 7;

  /** As {@code NaN}, which nobody measures. */
  private static final double EMPTY = Double.NaN;

  private final List<Origin> origins = new ArrayList<>();
  private int[] seconds = new int[0];

  /** Of each row its origin's place. */
  private int[] places = new int[0];

  /** {@link #FIGURES} of each row. */
  private double[] figures = new double[0];

  private int rows;

  void add(ComponentSecond row) {
    if (rows == seconds.length) {
      grow(Math.max(64, rows + rows / 2));
    }
    seconds[rows] = row.second();
    places[rows] = place(new Origin(row.component(), row.source()));
    int at = rows * FIGURES;
    figures[at] = row.use().cpuPct().orElse(EMPTY);
    figures[at + 1] = row.use().memoryMib().orElse(EMPTY);
    figures[at + 2] = row.use().rxBytesPerS().orElse(EMPTY);
    figures[at + 3] = row.use().txBytesPerS().orElse(EMPTY);
    figures[at + 4] = number(row.use().descriptors());
    figures[at + 5] = row.limited().throttledMs().orElse(EMPTY);
    figures[at + 6] = number(row.limited().oomKills());
    rows++;
  }

  /** All that were added, in order. */
  List<ComponentSecond> list() {
    List<ComponentSecond> list = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      list.add(row(row));
    }
    return list;
  }

  void clear() {
    rows = 0;
    grow(0);
  }

  private void grow(int most) {
    seconds = Arrays.copyOf(seconds, most);
    places = Arrays.copyOf(places, most);
    figures = Arrays.copyOf(figures, most * FIGURES);
  }

  private int place(Origin origin) {
    int place = origins.indexOf(origin);
    if (place < 0) {
      origins.add(origin);
      return origins.size() - 1;
    }
    return place;
  }

  private ComponentSecond row(int row) {
    Origin origin = origins.get(places[row]);
    int at = row * FIGURES;
    return new ComponentSecond(
        seconds[row],
        origin.component(),
        new ComponentSecond.Use(
            figure(at), figure(at + 1), figure(at + 2), figure(at + 3), count(at + 4)),
        origin.source(),
        new ComponentSecond.Limited(figure(at + 5), count(at + 6)));
  }

  private static double number(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() : EMPTY;
  }

  private OptionalDouble figure(int at) {
    return Double.isNaN(figures[at]) ? OptionalDouble.empty() : OptionalDouble.of(figures[at]);
  }

  private OptionalLong count(int at) {
    return Double.isNaN(figures[at]) ? OptionalLong.empty() : OptionalLong.of((long) figures[at]);
  }

  /** What many rows have alike. */
  private record Origin(String component, String source) {}
}
