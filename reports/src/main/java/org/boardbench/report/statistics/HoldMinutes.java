package org.boardbench.report.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredSecond;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.DecimalMedian;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.Drift;

/**
 * A long hold minute by minute: of what is measured each second the median, which a single bad
 * second does not move; of reconnects how many there were.
 *
 * @param minutes how many whole ones the hold has, ten at least
 */
public record HoldMinutes(
    StoredStage stage, int minutes, Map<DriftFigure, List<MinuteValue>> values) {
  private static final int SECONDS = 60;
  private static final double MINUTES_PER_HOUR = 60;

  /** A minute of which less is measured has no value. */
  private static final int LEAST_SECONDS = SECONDS / 2;

  /**
   * What was measured in a minute.
   *
   * @param minute counts from 0 at the hold's start
   */
  public record MinuteValue(int minute, double value) {}

  public HoldMinutes {
    values = Map.copyOf(values);
  }

  /** Those of a run, variants in the plan's order; none where no hold is of ten minutes or more. */
  public static List<HoldMinutes> of(StoredRun run) {
    Map<String, List<StoredSecond>> seconds =
        run.seconds().stream()
            .filter(second -> !Double.isNaN(second.figure(SecondColumns.OWED))) // of the hold
            .collect(Collectors.groupingBy(second -> second.trialId() + "/" + second.stage()));
    Map<String, List<StoredRow<ResourceRecord>>> resources = new HashMap<>();
    List<HoldMinutes> holds = new ArrayList<>();
    for (StoredStage stage : run.stages()) {
      List<StoredSecond> hold =
          seconds.getOrDefault(stage.trialId() + "/" + stage.stage(), List.of());
      int minutes = hold.size() / SECONDS;
      if (minutes >= Drift.LEAST_VALUES) {
        List<StoredRow<ResourceRecord>> used =
            resources.computeIfAbsent(stage.trialId(), trial -> resourcesOf(run, trial));
        holds.add(new Reading(hold, used, minutes).of(stage));
      }
    }
    return holds.stream()
        .sorted(
            Comparator.comparing(
                (HoldMinutes one) -> one.stage().target(), Variants.of(run).order()))
        .toList();
  }

  private static List<StoredRow<ResourceRecord>> resourcesOf(StoredRun run, String trial) {
    return run.resources().stream()
        .filter(row -> row.text(ResourceColumns.TRIAL_ID).equals(trial))
        .toList();
  }

  /** Of a figure; without a slope where it was hardly measured. */
  public Drift drift(DriftFigure figure) {
    List<MinuteValue> measured = values.getOrDefault(figure, List.of());
    return Drift.of(
        measured.stream().mapToDouble(one -> one.minute() / MINUTES_PER_HOUR).toArray(),
        measured.stream().mapToDouble(MinuteValue::value).toArray());
  }

  /** The median of the first {@link Drift#LEAST_VALUES} minutes; NaN where nothing was measured. */
  public double atFirst(DriftFigure figure) {
    double[] first =
        values.getOrDefault(figure, List.of()).stream()
            .filter(one -> one.minute() < Drift.LEAST_VALUES)
            .mapToDouble(MinuteValue::value)
            .toArray();
    return DecimalMedian.of(first);
  }

  /** The seconds of one hold. */
  private static final class Reading {
    private final List<StoredSecond> hold;
    private final List<StoredRow<ResourceRecord>> resources;
    private final int minutes;
    private final int firstSecond;

    Reading(List<StoredSecond> hold, List<StoredRow<ResourceRecord>> resources, int minutes) {
      this.hold = hold;
      this.resources = resources;
      this.minutes = minutes;
      this.firstSecond = hold.stream().mapToInt(StoredSecond::second).min().orElseThrow();
    }

    HoldMinutes of(StoredStage stage) {
      Map<DriftFigure, List<MinuteValue>> values = new EnumMap<>(DriftFigure.class);
      for (DriftFigure figure : DriftFigure.values()) {
        values.put(figure, values(figure));
      }
      return new HoldMinutes(stage, minutes, values);
    }

    private List<MinuteValue> values(DriftFigure figure) {
      return switch (figure) {
        case RTT_P50 -> medians(seconds(second -> second.figure(SecondColumns.RTT_P50_MS)));
        case RTT_P99 -> medians(seconds(second -> second.figure(SecondColumns.RTT_P99_MS)));
        case MEMORY -> medians(used(ComponentSecond.SERVER, ResourceColumns.MEMORY_MIB));
        case DRIVER_MEMORY -> medians(used(ComponentSecond.DRIVER, ResourceColumns.MEMORY_MIB));
        case DESCRIPTORS -> medians(used(ComponentSecond.SERVER, ResourceColumns.DESCRIPTORS));
        case RECONNECTS -> sums(seconds(second -> second.figure(SecondColumns.RECONNECTS)));
      };
    }

    /** A list of values for each minute; what was not measured is in none. */
    private List<List<Double>> seconds(ToDoubleFunction<StoredSecond> figure) {
      List<List<Double>> byMinute = empty();
      hold.forEach(second -> add(byMinute, second.second(), figure.applyAsDouble(second)));
      return byMinute;
    }

    private List<List<Double>> used(String component, Column<ResourceRecord> column) {
      List<List<Double>> byMinute = empty();
      for (StoredRow<ResourceRecord> row : resources) {
        if (row.text(ResourceColumns.COMPONENT).equals(component)) {
          add(byMinute, row.number(ResourceColumns.SECOND), row.figure(column));
        }
      }
      return byMinute;
    }

    private List<List<Double>> empty() {
      List<List<Double>> byMinute = new ArrayList<>();
      for (int minute = 0; minute < minutes; minute++) {
        byMinute.add(new ArrayList<>());
      }
      return byMinute;
    }

    private void add(List<List<Double>> byMinute, int second, double value) {
      int minute = Math.floorDiv(second - firstSecond, SECONDS);
      if (minute >= 0 && minute < minutes && !Double.isNaN(value)) {
        byMinute.get(minute).add(value);
      }
    }

    private static List<MinuteValue> medians(List<List<Double>> byMinute) {
      return values(
          byMinute,
          seconds -> DecimalMedian.of(seconds.stream().mapToDouble(one -> one).toArray()));
    }

    private static List<MinuteValue> sums(List<List<Double>> byMinute) {
      return values(byMinute, seconds -> seconds.stream().mapToDouble(one -> one).sum());
    }

    private static List<MinuteValue> values(
        List<List<Double>> byMinute, ToDoubleFunction<List<Double>> value) {
      List<MinuteValue> values = new ArrayList<>();
      for (int minute = 0; minute < byMinute.size(); minute++) {
        List<Double> seconds = byMinute.get(minute);
        if (seconds.size() >= LEAST_SECONDS) {
          values.add(new MinuteValue(minute, value.applyAsDouble(seconds)));
        }
      }
      return values;
    }
  }
}
