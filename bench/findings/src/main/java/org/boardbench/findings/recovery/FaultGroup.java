package org.boardbench.findings.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.FigureValue;
import org.boardbench.findings.starts.Sample;
import org.boardbench.results.column.EventColumns;
import org.boardbench.statistics.FigureKind;

/**
 * Faults of one name, of one variant under one load, over its starts. The start is the unit: of
 * several faults in one it has their mean.
 *
 * @param fault as {@link FaultNames} has it
 * @param kind as in {@code events.csv}
 * @param component likewise
 * @param faults those that came, of rows that are valid
 * @param invalid how many came in rows that are not
 * @param absent how many never came
 */
public record FaultGroup(
    String variant,
    int users,
    String fault,
    String kind,
    String component,
    List<StoredFault> faults,
    int invalid,
    int absent) {
  /** A recovery of 0 has no logarithm, so that means are arithmetic, of times too. */
  public static final FigureKind KIND = FigureKind.COST;

  public FaultGroup {
    faults = List.copyOf(faults);
  }

  private record Key(String variant, int users, String fault) {}

  /**
   * Variants in an order, those of one in that of the faults. Faults that came and that nobody
   * looked after are left out.
   *
   * @param faults of a run
   * @param order of variants
   */
  public static List<FaultGroup> of(List<StoredFault> faults, Comparator<String> order) {
    Map<Key, List<StoredFault>> groups =
        faults.stream()
            .filter(one -> one.recovery().isPresent() || !one.hasCome())
            .sorted(
                Comparator.comparing((StoredFault one) -> one.stage().target(), order)
                    .thenComparingInt(one -> one.stage().stage())
                    .thenComparingInt(one -> one.stage().repetition()))
            .collect(
                Collectors.groupingBy(
                    one -> new Key(one.stage().target(), one.stage().users(), one.name()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<FaultGroup> found = new ArrayList<>();
    groups.forEach((key, all) -> found.add(of(key, all)));
    return List.copyOf(found);
  }

  private static FaultGroup of(Key key, List<StoredFault> all) {
    List<StoredFault> came = all.stream().filter(StoredFault::hasCome).toList();
    List<StoredFault> valid = came.stream().filter(StoredFault::isValid).toList();
    return new FaultGroup(
        key.variant(),
        key.users(),
        key.fault(),
        all.getFirst().event().text(EventColumns.KIND),
        all.getFirst().event().text(EventColumns.COMPONENT),
        valid,
        came.size() - valid.size(),
        all.size() - came.size());
  }

  /** One number of each start that has measured it. */
  public Sample sample(RecoveryFigure figure) {
    Map<Integer, List<FigureValue>> starts = new TreeMap<>();
    for (StoredFault fault : faults) {
      FigureValue value = figure.of(fault);
      if (!Double.isNaN(value.value())) {
        starts.computeIfAbsent(fault.stage().repetition(), _ -> new ArrayList<>()).add(value);
      }
    }
    List<Sample.OfStart> values = new ArrayList<>();
    starts.forEach((repetition, own) ->
        values.add(
            new Sample.OfStart(
                repetition,
                new FigureValue(
                    own.stream().mapToDouble(FigureValue::value).average().orElseThrow(),
                    own.stream().anyMatch(FigureValue::atLeast)),
                Double.NaN)));
    int measured = starts.values().stream().mapToInt(List::size).sum();
    return new Sample(values, starts() - values.size(), measured, faults.size() + invalid);
  }

  /** That have a fault among them. */
  public int starts() {
    return (int) faults.stream().map(one -> one.stage().repetition()).distinct().count();
  }

  /** Faults after which all was well again. */
  public int recovered() {
    return (int) faults.stream().filter(StoredFault::hasRecovered).count();
  }
}
