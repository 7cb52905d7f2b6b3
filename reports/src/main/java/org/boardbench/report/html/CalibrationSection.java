package org.boardbench.report.html;

import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import org.boardbench.report.table.NoiseNames;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.row.CalibrationFigure;
import tools.jackson.databind.JsonNode;

/**
 * What the calibration that a run leans on has found on its machine: how far apart trials are that
 * differ in nothing, and up to which rate the driver is honest. A part that is not there is left
 * out; a run from before there were calibrations has none at all.
 *
 * @param manifest {@code run.json}
 */
public record CalibrationSection(JsonNode manifest) implements Section {
  private static final String SPREAD = CalibrationFigure.SPREAD + "_pct";
  private static final Pattern WORK = Pattern.compile("^(\\d+)u-(\\d+)b$");

  @Override
  public String anchor() {
    return "machine";
  }

  @Override
  public String title() {
    return "What this machine can tell apart";
  }

  @Override
  public String link() {
    return "Machine";
  }

  @Override
  public boolean isThere() {
    return hasCalibration() || !note().isEmpty();
  }

  @Override
  public String template() {
    return "calibrationSection";
  }

  boolean hasCalibration() {
    return calibration().isObject();
  }

  /** Which it is, or why there is none; may be empty. */
  String note() {
    return manifest.path("calibration_note").asString("");
  }

  String name() {
    return note().isEmpty() ? calibration().path("run_id").asString("without a name") : note();
  }

  /** Numbers of its own that it missed. */
  JsonNode failures() {
    return calibration().path("failures");
  }

  /** How many trials the noise is of. */
  JsonNode trials() {
    return calibration().path("noise").path("trials");
  }

  /** Figure, spread. */
  List<List<String>> noise() {
    return calibration().path("noise").properties().stream()
        .filter(entry -> entry.getKey().endsWith(SPREAD))
        .map(entry -> List.of(figure(entry.getKey()), number(entry.getValue())))
        .toList();
  }

  private static String figure(String key) {
    return NoiseNames.of(key.substring(0, key.length() - SPREAD.length()));
  }

  /** Work, deliveries per second, what limited them. */
  List<List<String>> capacity() {
    return calibration().path("capacity").properties().stream()
        .map(CalibrationSection::capacity)
        .toList();
  }

  private static List<String> capacity(Entry<String, JsonNode> work) {
    return List.of(
        WORK.matcher(work.getKey())
            .replaceFirst(m ->
                m.group(1)
                    + " users, "
                    + m.group(2)
                    + (m.group(2).equals("1") ? " board" : " boards")),
        number(work.getValue().path(CalibrationFigure.LIMIT)),
        work.getValue().path("limited_by").asString(""));
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? NumberText.rounded(value.asDouble()) : "";
  }

  private JsonNode calibration() {
    return manifest.path("calibration");
  }
}
