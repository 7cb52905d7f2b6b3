package org.boardbench.baseline;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison for a terminal of 100 columns. */
final class ComparisonTable {
  /** What a machine does by itself, and this benchmark's own watching. */
  private static final double IDLE_PCT = 10;

  private final Comparison comparison;

  ComparisonTable(Comparison comparison) {
    this.comparison = comparison;
  }

  String render() {
    return "\n"
        + table(comparison.loads(), loadColumns())
        + " Medians over the rounds, in percent of one core; lost: over all rounds and both clients.\n"
        + rounds()
        + others()
        + "\n"
        + table(comparison.otherGoals(), goalColumns())
        + verdict();
  }

  private List<ColumnData<Load>> loadColumns() {
    return List.of(
        left("work", Load::title),
        right("C CPU %", load -> decimal(1, comparison.cpuPct(load, Client.C))),
        right("driver CPU %", load -> decimal(1, comparison.cpuPct(load, Client.DRIVER))),
        right("ratio", load -> decimal(2, comparison.ratio(load))),
        right("goal", load -> decimal(2, load.mostRatio())),
        left("met", load -> yesNo(comparison.isMet(load))),
        right("lost", load -> Long.toString(comparison.lost(load))),
        left("valid", this::valid));
  }

  private static List<ColumnData<Goal>> goalColumns() {
    return List.of(
        left("figure", Goal::figure),
        right("measured", goal -> decimal(2, goal.measured())),
        right("at most", goal -> decimal(2, goal.most())),
        left("unit", Goal::unit),
        left("met", goal -> yesNo(goal.met())));
  }

  /** How many of the driver's rows are valid; nothing where nobody judged them. */
  private String valid(Load load) {
    List<Boolean> verdicts =
        comparison.of(load, Client.DRIVER).stream()
            .map(Figures::valid)
            .flatMap(Optional::stream)
            .toList();
    long count = verdicts.stream().filter(valid -> valid).count();
    return verdicts.isEmpty() ? "" : count + " of " + verdicts.size();
  }

  private String rounds() {
    StringBuilder text = new StringBuilder();
    for (Load load : comparison.loads()) {
      for (Client client : Client.values()) {
        List<Figures> rounds = comparison.of(load, client);
        if (!rounds.isEmpty()) {
          text.append(
              String.format(
                  Locale.ROOT, " %-11s %-18s  %s\n", load.id(), client.title(), cpu(rounds)));
        }
      }
      comparison.of(load, Client.DRIVER).stream()
          .map(Figures::invalidReasons)
          .filter(reasons -> !reasons.isEmpty())
          .forEach(reasons -> text.append("    invalid: ").append(reasons).append('\n'));
      text.append(kernel(load));
      comparison.accountPct(load).ifPresent(account -> text.append(account(load, account)));
      comparison
          .loopRatio(load, Client.DRIVER_ON_IO_URING)
          .ifPresent(ratio -> text.append(loop(Client.DRIVER_ON_IO_URING, ratio)));
      comparison
          .loopRatio(load, Client.DRIVER_ON_NIO)
          .ifPresent(ratio -> text.append(loop(Client.DRIVER_ON_NIO, ratio)));
    }
    return text.toString();
  }

  private String others() {
    double pct = comparison.otherProgramsPct();
    return pct <= IDLE_PCT
        ? ""
        : String.format(
            Locale.ROOT,
            " Not an idle machine: other programs used up to %.0f %% of a core meanwhile.\n",
            pct);
  }

  private String account(Load load, double accountPct) {
    return String.format(
        Locale.ROOT,
        "    of the driver's CPU: account %.1f %%, kernel times %.1f %%\n",
        accountPct,
        comparison.kernelTimesPct(load).orElseThrow());
  }

  /** Where the CPU went, for both; nothing where either was not measured. */
  private String kernel(Load load) {
    OptionalDouble c = comparison.kernelCpuPct(load, Client.C);
    OptionalDouble driver = comparison.kernelCpuPct(load, Client.DRIVER);
    return c.isEmpty() || driver.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "    in the kernel: C %.1f, driver %.1f; in their own code: C %.1f, driver %.1f\n",
            c.getAsDouble(),
            driver.getAsDouble(),
            comparison.cpuPct(load, Client.C) - c.getAsDouble(),
            comparison.cpuPct(load, Client.DRIVER) - driver.getAsDouble());
  }

  private static String loop(Client client, double ratio) {
    return String.format(
        Locale.ROOT, "    %s: %.2f times the CPU of its usual loop\n", client.title(), ratio);
  }

  private static String cpu(List<Figures> rounds) {
    return rounds.stream()
        .map(figures -> decimal(1, figures.cpuPct()))
        .collect(Collectors.joining("  "));
  }

  private String verdict() {
    List<String> missed =
        Stream.concat(comparison.cpuGoals().stream(), comparison.otherGoals().stream())
            .filter(goal -> !goal.met())
            .map(goal -> "   " + goal.figure() + "\n")
            .toList();
    return missed.isEmpty() ? " Every goal is met.\n" : " Missed:\n" + String.join("", missed);
  }

  /** Blanks between columns and one rule, as in the table at the end of a sweep. */
  private static <T> String table(List<T> rows, List<ColumnData<T>> columns) {
    List<String> lines =
        AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns)
            .lines()
            .map(String::stripTrailing)
            .toList();
    int width = lines.stream().mapToInt(String::length).max().orElse(1);
    String rule = " " + "-".repeat(width - 1) + "\n";
    return lines.getFirst()
        + "\n"
        + rule
        + lines.stream().skip(1).map(line -> line + "\n").collect(Collectors.joining());
  }

  private static <T> ColumnData<T> left(String header, Function<T, String> value) {
    return column(header, HorizontalAlign.LEFT, value);
  }

  private static <T> ColumnData<T> right(String header, Function<T, String> value) {
    return column(header, HorizontalAlign.RIGHT, value);
  }

  private static <T> ColumnData<T> column(
      String header, HorizontalAlign align, Function<T, String> value) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(value);
  }

  private static String yesNo(boolean isMet) {
    return isMet ? "yes" : "NO";
  }

  private static String decimal(int places, double value) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
