package org.boardbench.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.report.stored.StoredStage;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageTimes;

/** Says for each clock that dated arrivals how much later the driver handled them at worst. */
final class ArrivalSentences {
  private static final Map<String, String> CLOCKS =
      Map.of(
          "kernel",
          "by the kernel, as they reached this machine's sockets: what the driver took until it"
              + " handled them is in no figure.",
          "driver",
          "by the driver, after it had read them: what they waited for it in their sockets is in"
              + " the times.");

  private final Map<String, List<StoredStage>> byClock;

  ArrivalSentences(List<StoredStage> stages) {
    byClock =
        stages.stream()
            .filter(stage -> !stage.arrivalClock().isEmpty())
            .collect(
                Collectors.groupingBy(
                    StoredStage::arrivalClock, TreeMap::new, Collectors.toList()));
  }

  /** A paragraph for each clock; empty when no row names one. */
  String html() {
    return byClock.entrySet().stream()
        .map(clock -> Html.paragraph(sentence(clock.getKey(), clock.getValue())))
        .collect(Collectors.joining());
  }

  private static String sentence(String clock, List<StoredStage> rows) {
    return "Arrivals in "
        + (rows.size() == 1 ? "1 row" : rows.size() + " rows")
        + " were dated "
        + CLOCKS.getOrDefault(clock, "by the clock \"" + clock + "\".")
        + worst(rows).map(ArrivalSentences::delay).orElse("");
  }

  private static Optional<StoredStage> worst(List<StoredStage> rows) {
    return rows.stream()
        .filter(row -> !Double.isNaN(row.figure(StageTimes.RECEIVE_DELAY_MAX_MS)))
        .max(
            Comparator.comparingDouble(
                (StoredStage row) -> row.figure(StageTimes.RECEIVE_DELAY_MAX_MS)));
  }

  private static String delay(StoredStage row) {
    return " The worst receive delay was "
        + NumberText.rounded(row.figure(StageTimes.RECEIVE_DELAY_MAX_MS))
        + " ms ("
        + row.trialId()
        + ", "
        + row.users()
        + " users).";
  }
}
