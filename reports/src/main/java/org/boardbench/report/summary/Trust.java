package org.boardbench.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.findings.ranking.InvalidRows;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.table.NoiseNames;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.row.CalibrationFigure;
import tools.jackson.databind.JsonNode;

/** How far a run can be trusted: its invalid rows, its machine, and what that makes of nothing. */
public final class Trust {
  private static final List<String> NOISE =
      List.of(CalibrationFigure.RTT_P95, CalibrationFigure.TPS, CalibrationFigure.CPU_MEAN_PCT);

  private Trust() {}

  /** {@code 5 of 35 rows are invalid and in no estimate: run-delay in 4, stall in 1.} */
  public static String rows(InvalidRows rows) {
    if (rows.invalid() == 0) {
      return "No row of " + rows.rows() + " is invalid.";
    }
    return rows.invalid()
        + " of "
        + rows.rows()
        + (rows.invalid() == 1 ? " rows is" : " rows are")
        + " invalid and in no estimate: "
        + rows.codes().stream()
            .map(code -> code.what() + " in " + code.count())
            .collect(Collectors.joining(", "))
        + (rows.hasSeveral() ? " (a row may have several reasons)." : ".");
  }

  /**
   * Why variants share a rank whose intervals do not overlap: {@code Even two whose intervals do
   * not overlap …}; empty where nobody measured what equal starts differ by.
   *
   * @param manifest {@code run.json}
   */
  public static String ofRanks(JsonNode manifest) {
    JsonNode spread = spread(manifest.path("calibration").path("noise"), CalibrationFigure.RTT_P95);
    return spread.isNumber()
        ? "Even two whose intervals do not overlap may share one: in this machine's calibration equal"
            + " starts differed by "
            + NumberText.rounded(spread.asDouble())
            + " % in RTT p95, and such noise is no difference."
        : "";
  }

  /**
   * The machine in a sentence each: what it is, who dated arrivals, what equal starts differ by.
   *
   * @param manifest {@code run.json}
   */
  public static List<String> machine(JsonNode manifest, List<StoredStage> stages) {
    List<String> sentences = new ArrayList<>();
    JsonNode environment = manifest.path("environment");
    if (environment.isObject()) {
      sentences.add(
          "Run on "
              + environment.path("cpu").asString("an unknown CPU")
              + ", "
              + environment.path("cores").asString("?")
              + " cores, "
              + environment.path("os").asString("")
              + " "
              + environment.path("kernel").asString("")
              + ".");
    }
    sentences.addAll(clocks(stages));
    sentences.add(noise(manifest));
    return sentences;
  }

  private static List<String> clocks(List<StoredStage> stages) {
    Map<String, Long> rows =
        stages.stream()
            .filter(stage -> !stage.arrivalClock().isEmpty())
            .collect(
                Collectors.groupingBy(
                    StoredStage::arrivalClock, TreeMap::new, Collectors.counting()));
    return rows.isEmpty()
        ? List.of()
        : List.of(
            "Arrivals were timestamped by the "
                + rows.keySet().stream()
                    .map(
                        clock -> clock + (rows.size() > 1 ? " (" + rows.get(clock) + " rows)" : ""))
                    .collect(Collectors.joining(", the "))
                + (rows.size() == 1 ? "'s clock." : "."));
  }

  private static String noise(JsonNode manifest) {
    JsonNode calibration = manifest.path("calibration");
    JsonNode noise = calibration.path("noise");
    String spreads =
        NOISE.stream()
            .filter(figure -> spread(noise, figure).isNumber())
            .map(figure ->
                NoiseNames.of(figure)
                    + " by "
                    + NumberText.rounded(spread(noise, figure).asDouble())
                    + " %")
            .collect(Collectors.joining(", "));
    if (spreads.isEmpty()) {
      return "The noise of this machine was not measured.";
    }
    return "Equal starts differed in "
        + spreads
        + (calibration.path("failures").isEmpty()
            ? "."
            : "; the calibration missed numbers of its own.");
  }

  private static JsonNode spread(JsonNode noise, String figure) {
    return noise.path(figure + "_spread_pct");
  }
}
