package org.boardbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.Percentile;
import org.boardbench.statistics.Refusal;

/**
 * Percentiles of the RTT within each start, with what its messages alone leave open, as a table for
 * programs: of 2000 messages only 20 are beyond the 99th.
 */
public final class PercentileTable {
  private static final int DECIMALS = 6;
  private static final List<Double> QUANTILES = List.of(0.5, 0.95, 0.99, 0.999);

  private static final List<String> HEADER =
      List.of(
          "target",
          "repetition",
          "stage",
          "users",
          "valid",
          "quantile",
          "messages",
          "rtt_ms",
          "low_ms",
          "high_ms",
          "why_no_interval");

  private PercentileTable() {}

  /**
   * Four lines for each row that has times.
   *
   * @param times by the trial's id; what is not there was not kept
   */
  public static String csv(List<StoredStage> rows, Map<String, StartTimes> times) {
    return CsvTable.of(HEADER, rows.stream().flatMap(row -> lines(row, times).stream()).toList());
  }

  private static List<List<Object>> lines(StoredStage row, Map<String, StartTimes> times) {
    List<List<Object>> lines = new ArrayList<>();
    StartTimes ofStart = times.get(row.trialId());
    if (ofStart != null) {
      for (double quantile : QUANTILES) {
        ofStart
            .percentile(row.stage(), quantile)
            .ifPresent(percentile -> lines.add(cells(row, percentile)));
      }
    }
    return lines;
  }

  private static List<Object> cells(StoredStage row, Percentile percentile) {
    List<Object> cells =
        new ArrayList<>(List.of(row.target(), row.repetition(), row.stage(), row.users()));
    cells.add(row.valid().map(String::valueOf).orElse(""));
    cells.add(NumberText.exact(percentile.quantile()));
    cells.add(percentile.messages());
    cells.add(NumberText.toDecimals(percentile.value(), DECIMALS));
    cells.add(
        percentile.bounds().interval().map(Interval::low).map(PercentileTable::ms).orElse(""));
    cells.add(
        percentile.bounds().interval().map(Interval::high).map(PercentileTable::ms).orElse(""));
    cells.add(percentile.bounds().refusal().map(Refusal::words).orElse(""));
    return cells;
  }

  private static String ms(double value) {
    return NumberText.toDecimals(value, DECIMALS);
  }
}
