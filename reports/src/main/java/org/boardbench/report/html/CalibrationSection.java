package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.report.table.NumberText;
import tools.jackson.databind.JsonNode;

/**
 * What the calibration that a run leans on has found on its machine: how far apart trials are that
 * differ in nothing, and up to which rate the driver is honest. A part that is not there is left
 * out.
 */
final class CalibrationSection {
  private static final String SPREAD = "_spread_pct";
  private static final Pattern WORK = Pattern.compile("(\\d+)u-(\\d+)b");
  private static final Map<String, String> FIGURES =
      Map.of(
          "rtt_p50", "RTT p50",
          "rtt_p95", "RTT p95",
          "rtt_p99", "RTT p99",
          "tps", "TPS",
          "cpu_mean_pct", "CPU mean");

  private CalibrationSection() {}

  /**
   * With its heading; empty for a run from before there were calibrations.
   *
   * @param manifest {@code run.json}
   */
  static String of(JsonNode manifest) {
    JsonNode calibration = manifest.path("calibration");
    String note = manifest.path("calibration_note").asString("");
    if (calibration.isObject()) {
      return heading()
          + Html.paragraph("Calibration: " + (note.isEmpty() ? name(calibration) : note) + ".")
          + missed(calibration.path("failures"))
          + noise(calibration.path("noise"))
          + capacity(calibration.path("capacity"));
    }
    return note.isEmpty() ? "" : heading() + Html.paragraph("No calibration: " + note + ".");
  }

  private static String heading() {
    return "<h2>What this machine can tell apart</h2>\n";
  }

  private static String name(JsonNode calibration) {
    return calibration.path("run_id").asString("without a name");
  }

  private static String missed(JsonNode failures) {
    if (failures.isEmpty()) {
      return "";
    }
    return "<p><strong>It missed "
        + failures.size()
        + (failures.size() == 1 ? " number" : " numbers")
        + " of its own, the first: "
        + Html.escape(failures.path(0).asString(""))
        + ".</strong></p>\n";
  }

  private static String noise(JsonNode noise) {
    List<List<String>> rows = new ArrayList<>();
    noise
        .properties()
        .forEach(entry -> {
          if (entry.getKey().endsWith(SPREAD)) {
            rows.add(List.of(figure(entry.getKey()), number(entry.getValue())));
          }
        });
    return rows.isEmpty()
        ? ""
        : Html.paragraph(
                "Noise floor: fresh trials of the reference that differ in nothing"
                    + trials(noise.path("trials"))
                    + " lay so far apart, from the least to the greatest, in percent of the"
                    + " median. What differs by less between servers is no finding.")
            + Html.table(List.of("Figure", "Spread (%)"), rows);
  }

  private static String trials(JsonNode trials) {
    return trials.isNumber() ? " (" + trials.asInt() + " of them)" : "";
  }

  private static String figure(String key) {
    String figure = key.substring(0, key.length() - SPREAD.length());
    return FIGURES.getOrDefault(figure, figure);
  }

  private static String capacity(JsonNode capacity) {
    List<List<String>> rows = new ArrayList<>();
    capacity
        .properties()
        .forEach(entry ->
            rows.add(
                List.of(
                    work(entry.getKey()),
                    number(entry.getValue().path("limit_deliveries_per_s")),
                    entry.getValue().path("limited_by").asString(""))));
    return rows.isEmpty()
        ? ""
        : Html.paragraph(
                "Capacity: up to these rates the driver is honest, against the reference; 0 where"
                    + " it was not even at the lowest that was tried.")
            + Html.table(List.of("Work", "Deliveries/s", "Limited by"), rows);
  }

  private static String work(String key) {
    Matcher matcher = WORK.matcher(key);
    return matcher.matches()
        ? matcher.group(1)
            + " users, "
            + matcher.group(2)
            + (matcher.group(2).equals("1") ? " board" : " boards")
        : key;
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? NumberText.rounded(value.asDouble()) : "";
  }
}
