package org.boardbench.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/** All measurements side by side; figures are medians over the rounds. */
final class Comparison {
  private static final double BYTES_PER_KIB = 1024;
  private static final double MOST_MEMORY_MB = 150;
  private static final double MOST_MEMORY_PER_USER_KB = 20;
  private static final double MOST_ALLOCATED_BYTES = 1;
  private static final double MOST_ACCOUNT_PCT = 10;

  private final List<Measurement> measurements;

  Comparison(List<Measurement> measurements) {
    this.measurements = List.copyOf(measurements);
  }

  /** The loads that both clients have had, in order. */
  List<Load> loads() {
    return List.of(Load.values()).stream()
        .filter(load -> !of(load, Client.C).isEmpty() && !of(load, Client.DRIVER).isEmpty())
        .toList();
  }

  /** The figures of a client under a load, round by round. */
  List<Figures> of(Load load, Client client) {
    return measurements.stream()
        .filter(measurement -> measurement.load() == load && measurement.client() == client)
        .map(Measurement::figures)
        .toList();
  }

  /** The client's CPU in percent of one core. */
  double cpuPct(Load load, Client client) {
    return median(load, client, Figures::cpuPct).orElseThrow();
  }

  /** What of it the kernel took; empty where that was not measured. */
  OptionalDouble kernelCpuPct(Load load, Client client) {
    return median(
        of(load, client).stream().flatMapToDouble(figures -> figures.kernelCpuPct().stream()));
  }

  /** The driver's CPU as a multiple of the C client's. */
  double ratio(Load load) {
    return cpuPct(load, Client.DRIVER) / cpuPct(load, Client.C);
  }

  /**
   * Whether the driver reaches the load's ratio: with nothing lost and no invalid row, for a driver
   * that did not do its work is cheap.
   */
  boolean isMet(Load load) {
    return ratio(load) <= load.mostRatio() && isValid(load);
  }

  private boolean isValid(Load load) {
    return lost(load) == 0
        && of(load, Client.DRIVER).stream().allMatch(figures -> figures.valid().orElse(true));
  }

  /** Deliveries that never came, over all rounds and both clients. */
  long lost(Load load) {
    return measurements.stream()
        .filter(measurement -> measurement.load() == load)
        .mapToLong(measurement -> measurement.figures().lost())
        .sum();
  }

  /** The same over all loads. */
  long lost() {
    return List.of(Load.values()).stream().mapToLong(this::lost).sum();
  }

  /**
   * What the account costs: the driver with it less the driver without, in percent of its CPU.
   * Empty when it was not measured.
   */
  OptionalDouble accountPct(Load load) {
    return share(load, Client.DRIVER, Client.DRIVER_WITHOUT_ACCOUNT);
  }

  /**
   * What the kernel's times of arrival cost: the C client with them less the C client without, in
   * percent of the driver's CPU. Empty when it was not measured.
   */
  OptionalDouble kernelTimesPct(Load load) {
    return share(load, Client.C_WITH_KERNEL_TIMES, Client.C);
  }

  /**
   * The CPU of the driver on another loop as a multiple of that on its usual one. Empty when it was
   * not measured.
   */
  OptionalDouble loopRatio(Load load, Client otherLoop) {
    return of(load, otherLoop).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(cpuPct(load, otherLoop) / cpuPct(load, Client.DRIVER));
  }

  private OptionalDouble share(Load load, Client with, Client without) {
    if (of(load, with).isEmpty() || of(load, without).isEmpty()) {
      return OptionalDouble.empty();
    }
    double costPct = cpuPct(load, with) - cpuPct(load, without);
    return OptionalDouble.of(100 * costPct / cpuPct(load, Client.DRIVER));
  }

  /** The most that other programs used during a measurement, in percent of one core. */
  double otherProgramsPct() {
    return measurements.stream().mapToDouble(Measurement::otherProgramsPct).max().orElse(0);
  }

  /** The ratios to be reached. */
  List<Goal> cpuGoals() {
    return loads().stream()
        .map(load ->
            new Goal("CPU, " + load.title(), "× C", ratio(load), load.mostRatio(), isMet(load)))
        .toList();
  }

  /** What else was to be reached, as far as it was measured. */
  List<Goal> otherGoals() {
    List<Goal> goals = new ArrayList<>();
    for (Load load : loads()) {
      if (accountPct(load).isPresent()) {
        double sum = accountPct(load).getAsDouble() + kernelTimesPct(load).getAsDouble();
        boolean met = sum <= MOST_ACCOUNT_PCT && isValid(load);
        goals.add(
            new Goal(
                "account and kernel times, " + load.id(), "% of CPU", sum, MOST_ACCOUNT_PCT, met));
      }
    }
    memory(goals);
    for (Load load : loads()) {
      allocated(load)
          .ifPresent(bytes ->
              goals.add(
                  Goal.atMost(
                      MOST_ALLOCATED_BYTES, "allocated, " + load.id(), "bytes/delivery", bytes)));
    }
    return goals;
  }

  private void memory(List<Goal> goals) {
    OptionalDouble base = memoryBytes(Load.TEN_BOARDS);
    OptionalDouble more = memoryBytes(Load.MANY_BOARDS);
    base.ifPresent(
        bytes -> goals.add(Goal.atMost(MOST_MEMORY_MB, "memory at 1000 users", "MB", bytes / 1e6)));
    if (base.isPresent() && more.isPresent()) {
      int users = Load.MANY_BOARDS.users() - Load.TEN_BOARDS.users();
      double perUser = (more.getAsDouble() - base.getAsDouble()) / users;
      goals.add(Goal.atMost(MOST_MEMORY_PER_USER_KB, "memory a further user", "KB", perUser / 1e3));
    }
  }

  private OptionalDouble memoryBytes(Load load) {
    return median(load, Client.DRIVER, figures -> figures.usage().peakMemoryKib() * BYTES_PER_KIB);
  }

  private OptionalDouble allocated(Load load) {
    return median(
        of(load, Client.DRIVER).stream()
            .flatMapToDouble(figures -> figures.allocatedBytes().stream()));
  }

  private OptionalDouble median(Load load, Client client, ToDoubleFunction<Figures> figure) {
    return median(of(load, client).stream().mapToDouble(figure));
  }

  /** The middle value, or the mean of the two in the middle; empty for none. */
  static OptionalDouble median(DoubleStream values) {
    double[] measured = values.toArray();
    return measured.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(measured));
  }
}
