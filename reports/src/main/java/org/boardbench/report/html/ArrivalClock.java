package org.boardbench.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageTimes;

/**
 * A clock that dated arrivals.
 *
 * @param rows whose arrivals it dated, at least one
 */
record ArrivalClock(String name, List<StoredStage> rows) {
  /** By their names; none for rows that name no clock. */
  static List<ArrivalClock> of(List<StoredStage> stages) {
    return stages.stream()
        .filter(stage -> !stage.arrivalClock().isEmpty())
        .collect(
            Collectors.groupingBy(StoredStage::arrivalClock, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(clock -> new ArrivalClock(clock.getKey(), clock.getValue()))
        .toList();
  }

  /** By which clock, and what that means for the times; the end of a sentence. */
  String meaning() {
    return switch (name) {
      case "kernel" ->
          "by the kernel, as they reached this machine's sockets: what the driver took until it"
              + " handled them is in no figure.";
      case "driver" ->
          "by the driver, after it had read them: what they waited for it in their sockets is in"
              + " the times.";
      default -> "by the clock \"" + name + "\".";
    };
  }

  /** How much later the driver handled arrivals at worst; empty when that was not measured. */
  String worstDelay() {
    return rows.stream()
        .filter(row -> !Double.isNaN(delayMs(row)))
        .max(Comparator.comparingDouble(ArrivalClock::delayMs))
        .map(row ->
            " The worst receive delay was "
                + NumberText.rounded(delayMs(row))
                + " ms ("
                + row.trialId()
                + ", "
                + row.users()
                + " users).")
        .orElse("");
  }

  private static double delayMs(StoredStage row) {
    return row.figure(StageTimes.RECEIVE_DELAY_MAX_MS);
  }
}
