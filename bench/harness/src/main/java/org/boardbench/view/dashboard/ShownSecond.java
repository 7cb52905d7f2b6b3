package org.boardbench.view.dashboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One second of a stage. What was not measured is missing.
 *
 * @param number as {@code timeline.csv} has it: counts from 0 at the start of the trial's first
 *     stage
 * @param cpuPct in percent of one core, by component
 * @param memoryMib by component
 */
record ShownSecond(
    int number,
    Map<SecondFigure, Double> figures,
    Map<String, Double> cpuPct,
    Map<String, Double> memoryMib) {
  /** What was said of a second under way and is still true when its stage has its row. */
  private static final Set<SecondFigure> LASTING =
      Set.of(SecondFigure.REACH_P95, SecondFigure.CONNECT_FAILURES);

  ShownSecond {
    figures = Map.copyOf(figures);
    cpuPct = Map.copyOf(cpuPct);
    memoryMib = Map.copyOf(memoryMib);
  }

  /** One whose figures are those of a file. */
  ShownSecond(int number, Map<SecondFigure, Double> figures) {
    this(number, figures, Map.of(), Map.of());
  }

  /** Of a second under way what no file of messages has. */
  ShownSecond lasting() {
    Map<SecondFigure, Double> lasting = new EnumMap<>(SecondFigure.class);
    figures.forEach((figure, value) -> {
      if (LASTING.contains(figure)) {
        lasting.put(figure, value);
      }
    });
    return new ShownSecond(number, lasting, cpuPct, memoryMib);
  }

  /** The same with what {@link #lasting} has kept of it. */
  ShownSecond completedBy(ShownSecond lasting) {
    Map<SecondFigure, Double> all = new EnumMap<>(SecondFigure.class);
    all.putAll(lasting.figures);
    all.putAll(figures);
    return new ShownSecond(number, all, lasting.cpuPct, lasting.memoryMib);
  }
}
