package org.boardbench.report.table.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.recovery.FaultGroup;
import org.boardbench.findings.recovery.RecoveryFigure;
import org.boardbench.findings.starts.Sample;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StartCount;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.CsvTable;
import org.boardbench.report.table.NumberText;
import org.boardbench.report.table.ResultTable;
import org.boardbench.statistics.Interval;

/**
 * What followed what was made to fail, a row for each variant, load and fault.
 *
 * @param confidence of its intervals
 */
public record RecoveryTable(String runId, List<FaultGroup> groups, double confidence) {
  private static final double MS_PER_S = 1e3;
  private static final int DECIMALS = 6;

  private static final List<String> CSV_FIRST =
      List.of(
          "run_id",
          "target",
          "users",
          "fault",
          "kind",
          "component",
          "starts",
          "faults",
          "recovered",
          "invalid",
          "never_came");

  public RecoveryTable {
    groups = List.copyOf(groups);
  }

  public static RecoveryTable of(StoredRun run) {
    return new RecoveryTable(
        run.name(), FaultGroup.of(run.faults(), Variants.of(run).order()), run.confidence());
  }

  /** The rows of one variant. */
  public RecoveryTable only(String variant) {
    return new RecoveryTable(
        runId,
        groups.stream().filter(group -> group.variant().equals(variant)).toList(),
        confidence);
  }

  /** Whether nothing was to fail. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /**
   * Of each fault when all was well again, a sentence: who was fastest comes first, and whoever did
   * not always come to that, last.
   */
  public List<String> summary() {
    return groups.stream()
        .filter(group -> !group.faults().isEmpty())
        .collect(
            Collectors.groupingBy(
                group -> group.fault() + " at " + group.users() + " users",
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(fault ->
            "After "
                + fault.getKey()
                + " all was well again: "
                + fault.getValue().stream()
                    .sorted(
                        Comparator.comparing(RecoveryTable::isOpen)
                            .thenComparingDouble(group -> recoveryMs(group).orElse(0)))
                    .map(RecoveryTable::words)
                    .collect(Collectors.joining(", "))
                + ".")
        .toList();
  }

  private static boolean isOpen(FaultGroup group) {
    return group.recovered() < group.faults().size();
  }

  private static OptionalDouble recoveryMs(FaultGroup group) {
    return group.sample(RecoveryFigure.RECOVERY).estimate(FaultGroup.KIND).mean();
  }

  private static String words(FaultGroup group) {
    if (isOpen(group)) {
      return group.variant() + " " + group.recovered() + " of " + group.faults().size() + " times";
    }
    return group.variant()
        + " in "
        + NumberText.rounded(recoveryMs(group).orElseThrow() / MS_PER_S)
        + " s";
  }

  /** For readers: figures that no fault has are left out. */
  public ResultTable shown() {
    List<RecoveryFigure> figures =
        Arrays.stream(RecoveryFigure.values())
            .filter(figure ->
                groups.stream().anyMatch(group -> !group.sample(figure).values().isEmpty()))
            .toList();
    List<String> header =
        Stream.concat(
                Stream.of("Variant", "Users", "Fault", "Faults", "Recovered"),
                figures.stream().map(RecoveryFigure::title))
            .toList();
    return new ResultTable(
        header, groups.stream().map(group -> row(group, figures)).toList(), caption());
  }

  private ResultTable.Row row(FaultGroup group, List<RecoveryFigure> figures) {
    List<ResultTable.Cell> cells = new ArrayList<>();
    cells.add(new ResultTable.Cell(group.fault(), ""));
    cells.add(new ResultTable.Cell(faults(group), leftOut(group)));
    cells.add(new ResultTable.Cell(group.recovered() + " of " + group.faults().size(), ""));
    figures.forEach(figure -> cells.add(ResultTable.cell(shown(group, figure), figure.isCount())));
    boolean isValid = !group.faults().isEmpty() || group.invalid() == 0;
    return new ResultTable.Row(
        group.variant(), group.users() + (isValid ? "" : " " + ResultTable.MARK), isValid, cells);
  }

  private static String faults(FaultGroup group) {
    return group.faults().size()
        + " in "
        + group.starts()
        + (group.starts() == 1 ? " start" : " starts");
  }

  private static String leftOut(FaultGroup group) {
    return Stream.of(
            group.invalid() == 0 ? "" : group.invalid() + " invalid",
            group.absent() == 0 ? "" : group.absent() + " never came")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private GroupFigure shown(FaultGroup group, RecoveryFigure figure) {
    return GroupFigure.of(group.sample(figure), FaultGroup.KIND, confidence);
  }

  private String caption() {
    boolean hasOthers =
        groups.stream()
            .anyMatch(group -> !group.sample(RecoveryFigure.OTHERS_DURING).values().isEmpty());
    return "What followed what was made to fail. Figures are arithmetic means over fresh starts with"
        + " their "
        + Interval.words(confidence)
        + " intervals; a start has the mean of its faults. "
        + StartCount.words(
            groups.stream().filter(group -> group.starts() > 0).mapToInt(FaultGroup::starts), "row")
        + " Times count from the fault. Known: users whose connection ended saw it. Away: from then"
        + " until the one had joined again who was away longest. Back: of those who had dropped."
        + " Recovery: until five whole seconds began in which 99.9 % of the owed arrived and the RTT"
        + " kept its threshold, if the plan has one. Lost was owed to users who were connected,"
        + " missed to or by users who were away."
        + (hasOthers
            ? " RTT p99 of the others: of who was connected while the dropped were away, in the"
                + " middle one of those seconds; before: in that of the ten seconds before the fault."
            : "")
        + (groups.stream().anyMatch(RecoveryTable::hasBound)
            ? " ≥ is \"at least\": in a fault of these it did not come before the next one, or the"
                + " hold's end; such a figure has no interval."
            : "")
        + (groups.stream().anyMatch(group -> group.invalid() > 0)
            ? " Faults in invalid rows are counted and in no figure."
            : "")
        + " An empty cell was not measured.";
  }

  private static boolean hasBound(FaultGroup group) {
    return Arrays.stream(RecoveryFigure.values()).anyMatch(f -> group.sample(f).isAtLeast());
  }

  /** For programs: all figures. */
  public String csv() {
    List<String> header = new ArrayList<>(CSV_FIRST);
    for (RecoveryFigure figure : RecoveryFigure.values()) {
      header.add(figure.key() + "_estimate");
      header.add(figure.key() + "_low");
      header.add(figure.key() + "_high");
      header.add(figure.key() + "_starts");
      header.add(figure.key() + "_at_least");
    }
    return CsvTable.of(header, groups.stream().map(this::csvCells).toList());
  }

  private List<Object> csvCells(FaultGroup group) {
    List<Object> cells =
        new ArrayList<>(List.of(runId, group.variant(), group.users(), group.fault()));
    cells.add(group.kind());
    cells.add(group.component());
    cells.addAll(
        List.of(
            group.starts(),
            group.faults().size(),
            group.recovered(),
            group.invalid(),
            group.absent()));
    for (RecoveryFigure figure : RecoveryFigure.values()) {
      Sample sample = group.sample(figure);
      GroupFigure shown = shown(group, figure);
      cells.add(NumberText.toDecimals(shown.value(), DECIMALS));
      cells.add(end(shown.interval().map(Interval::low).orElse(Double.NaN)));
      cells.add(end(shown.interval().map(Interval::high).orElse(Double.NaN)));
      cells.add(sample.values().size());
      cells.add(shown.isMeasured() ? shown.atLeast() : "");
    }
    return cells;
  }

  private static String end(double value) {
    return NumberText.toDecimals(value, DECIMALS);
  }
}
