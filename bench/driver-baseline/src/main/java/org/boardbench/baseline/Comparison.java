package org.boardbench.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** All measurements side by side; figures are medians over the rounds. */
final class Comparison {
  private static final double BYTES_PER_KIB = 1 << 10;
  private static final double BYTES_PER_MIB = 1 << 20;
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
    return median(of(load, client).stream().mapToDouble(Figures::cpuPct)).orElseThrow();
  }

  /** What of the client's figures is not measured everywhere; empty where it was not. */
  OptionalDouble median(Load load, Client client, Function<Figures, OptionalDouble> figure) {
    return median(
        of(load, client).stream().flatMapToDouble(figures -> figure.apply(figures).stream()));
  }

  /** The most memory that the client had, in MiB. */
  double memoryMib(Load load, Client client) {
    return memoryBytes(load, client).orElseThrow() / BYTES_PER_MIB;
  }

  /** The driver's CPU as a multiple of the C client's. */
  double ratio(Load load) {
    return ratio(load, Client.DRIVER);
  }

  /** The same of any client. */
  double ratio(Load load, Client client) {
    return cpuPct(load, client) / cpuPct(load, Client.C);
  }

  /** Who has made a load, in order. */
  List<Client> clients(Load load) {
    return Stream.of(Client.values()).filter(client -> !of(load, client).isEmpty()).toList();
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
      median(load, Client.DRIVER, Figures::allocatedBytes)
          .ifPresent(bytes ->
              goals.add(
                  Goal.atMost(
                      MOST_ALLOCATED_BYTES, "allocated, " + load.id(), "bytes/delivery", bytes)));
    }
    return goals;
  }

  private void memory(List<Goal> goals) {
    OptionalDouble base = memoryBytes(Load.TEN_BOARDS, Client.DRIVER);
    OptionalDouble more = memoryBytes(Load.MANY_BOARDS, Client.DRIVER);
    base.ifPresent(
        bytes -> goals.add(Goal.atMost(MOST_MEMORY_MB, "memory at 1000 users", "MB", bytes / 1e6)));
    if (base.isPresent() && more.isPresent()) {
      int users = Load.MANY_BOARDS.users() - Load.TEN_BOARDS.users();
      double perUser = (more.getAsDouble() - base.getAsDouble()) / users;
      goals.add(Goal.atMost(MOST_MEMORY_PER_USER_KB, "memory a further user", "KB", perUser / 1e3));
    }
  }

  private OptionalDouble memoryBytes(Load load, Client client) {
    return median(
        of(load, client).stream()
            .mapToDouble(figures -> figures.usage().peakMemoryKib() * BYTES_PER_KIB));
  }

  /** The middle value, or the mean of the two in the middle; empty for none. */
  static OptionalDouble median(DoubleStream values) {
    double[] measured = values.toArray();
    return measured.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.withDefaults().evaluate(measured));
  }
}
