package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.report.statistics.LoadVariance;

/** Where the spread of each mean RTT comes from, and what would halve its interval, as tables. */
public final class VarianceTable {
  private static final int DECIMALS = 2;
  private static final int SECONDS_PER_MINUTE = 60;

  private static final List<String> CSV_HEADER =
      List.of(
          "target",
          "users",
          "starts",
          "starts_share_pct",
          "seconds_share_pct",
          "messages_share_pct",
          "hold_s",
          "measured_s",
          "halving_starts",
          "halving_hold_s",
          "halving_s");

  private static final List<String> HEADER =
      List.of(
          "Variant",
          "Users",
          "Starts",
          "Between starts (%)",
          "Between seconds (%)",
          "Between messages (%)",
          "Half the interval by",
          "Instead of (min)");

  private static final String CAPTION =
      "Where the spread of the mean RTT comes from: shares of the variance of one message's time,"
          + " by level (Kalibera and Jones, with the erratum), over valid starts. What lies between"
          + " starts goes away by more starts alone. \"Half the interval by\" is the cheapest plan"
          + " whose 95 % interval would be half as wide, with what it takes; a start counts with"
          + " all its stages.";

  private final List<LoadVariance> loads;

  public VarianceTable(List<LoadVariance> loads) {
    this.loads = List.copyOf(loads);
  }

  public boolean isEmpty() {
    return loads.isEmpty();
  }

  /** For programs. */
  public String csv() {
    return CsvTable.of(CSV_HEADER, loads.stream().map(VarianceTable::csvCells).toList());
  }

  private static List<Object> csvCells(LoadVariance load) {
    List<Object> cells = new ArrayList<>(List.of(load.target(), load.users()));
    cells.add(load.levels().starts());
    load.shares().forEach(share -> cells.add(NumberText.toDecimals(100 * share, DECIMALS)));
    cells.add(load.holdSeconds());
    cells.add(NumberText.toDecimals(load.spent(), DECIMALS));
    cells.add(load.halving().map(plan -> String.valueOf(plan.starts())).orElse(""));
    cells.add(load.halving().map(plan -> String.valueOf(plan.holdSeconds())).orElse(""));
    cells.add(NumberText.toDecimals(load.halvingSeconds().orElse(Double.NaN), DECIMALS));
    return cells;
  }

  /** For Markdown pages. */
  public String markdown() {
    return CAPTION + "\n\n" + MarkdownTable.of(HEADER, 1, 2, cells());
  }

  public List<String> header() {
    return HEADER;
  }

  public String caption() {
    return CAPTION;
  }

  /** A line for each load, with the header's cells. */
  public List<List<String>> cells() {
    return loads.stream().map(VarianceTable::cells).toList();
  }

  private static List<String> cells(LoadVariance load) {
    List<String> cells = new ArrayList<>();
    cells.add(load.target());
    cells.add(Integer.toString(load.users()));
    cells.add(Integer.toString(load.levels().starts()));
    load.shares().forEach(share -> cells.add(NumberText.toDecimals(100 * share, 0)));
    cells.add(
        load.halving()
            .map(plan ->
                plan.starts()
                    + " starts, hold "
                    + plan.holdSeconds()
                    + " s: "
                    + minutes(load.halvingSeconds().orElseThrow())
                    + " min")
            .orElse("no plan of 10,000 starts"));
    cells.add(minutes(load.spent()));
    return cells;
  }

  private static String minutes(double seconds) {
    return NumberText.rounded(seconds / SECONDS_PER_MINUTE);
  }
}
