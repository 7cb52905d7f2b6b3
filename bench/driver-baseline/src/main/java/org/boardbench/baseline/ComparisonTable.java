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

  /** One client under one load. */
  private record Case(Load load, Client client) {}

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
        + table(cases(), caseColumns())
        + " Read after: p99 of how much later than the kernel had it a frame was read; of the driver's\n"
        + " own clock that delay is in the RTT. Shared: frames that have the time of a later one.\n"
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

  private List<Case> cases() {
    return comparison.loads().stream()
        .flatMap(load -> comparison.clients(load).stream().map(client -> new Case(load, client)))
        .toList();
  }

  private List<ColumnData<Case>> caseColumns() {
    return List.of(
        left("load", one -> one.load().id()),
        left("client", one -> one.client().title()),
        right("% of C", one -> percent(comparison.ratio(one.load(), one.client()))),
        right("MiB", one -> decimal(0, comparison.memoryMib(one.load(), one.client()))),
        right("RTT p99 ms", one -> median(one, Figures::rttP99Ms)),
        left("clock", this::clocks),
        right("read after ms", one -> median(one, f -> f.arrivals().readAfterP99Ms())),
        right("shared %", one -> median(one, f -> f.arrivals().sharedStampPct())));
  }

  /** Whose times the client has; more than one where rounds differ. */
  private String clocks(Case one) {
    return comparison.of(one.load(), one.client()).stream()
        .map(figures -> figures.arrivals().clock())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String median(Case one, Function<Figures, OptionalDouble> figure) {
    return comparison.median(one.load(), one.client(), figure).stream()
        .mapToObj(value -> decimal(2, value))
        .collect(Collectors.joining());
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
    OptionalDouble c = comparison.median(load, Client.C, Figures::kernelCpuPct);
    OptionalDouble driver = comparison.median(load, Client.DRIVER, Figures::kernelCpuPct);
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

  private static String percent(double ratio) {
    return decimal(0, 100 * ratio);
  }

  private static String decimal(int places, double value) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
