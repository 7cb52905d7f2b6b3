package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CalibrationSectionTest {
  @Test
  void statesTheMachinesNoiseFloorAndCapacity() {
    assertThat(
            html(
                """
                {"calibration": {"run_id": "calibration-1", "ok": true, "failures": [],
                  "capacity": {
                    "300u-1b": {"limit_deliveries_per_s": 150000.0, "limited_by": "driver"},
                    "1000u-10b": {"limit_deliveries_per_s": 0.0, "limited_by": "machine"}},
                  "noise": {"trials": 5, "rtt_p95_spread_pct": 4.213,
                    "cpu_mean_pct_spread_pct": 0.5}},
                 "calibration_note": "calibration-1, commit 0123456789"}
                """))
        .contains("Calibration: calibration-1, commit 0123456789.")
        .contains("(5 of them)")
        .contains("<tr><td>RTT p95</td><td>4.21</td></tr>")
        .contains("<tr><td>CPU mean</td><td>0.500</td></tr>")
        .contains("<tr><td>300 users, 1 board</td><td>150,000</td><td>driver</td></tr>")
        .contains("<tr><td>1000 users, 10 boards</td><td>0</td><td>machine</td></tr>")
        .doesNotContain("missed");
  }

  @Test
  void namesTheFirstNumberOfItsOwnThatTheCalibrationMissed() {
    assertThat(
            html(
                "{\"calibration\": {\"run_id\": \"c\", \"failures\": [\"drop lost: <4>\", \"x\"]}}"))
        .contains("It missed 2 numbers of its own, the first: drop lost: &lt;4&gt;.");
  }

  @Test
  void leavesOutWhatACalibrationDoesNotHave() {
    assertThat(html("{\"calibration\": {\"run_id\": \"calibration-1\"}}"))
        .isEqualTo(
            """
            <section id="machine">
            <h2>What this machine can tell apart</h2>
            <p>Calibration: calibration-1.</p>
            </section>
            """);
  }

  @Test
  void saysWhyARunHasNone() {
    assertThat(
            html(
                "{\"calibration\": null, \"calibration_note\": \"none there; make calibrate makes"
                    + " one\"}"))
        .contains("<p>No calibration: none there; make calibrate makes one.</p>");
  }

  @Test
  void saysNothingOfARunFromBeforeThereWereCalibrations() {
    assertThat(html("{\"format\": 1}")).isEmpty();
  }

  private static String html(String manifest) {
    return Templates.html(
        "section", new CalibrationSection(JsonMapper.shared().readTree(manifest)));
  }
}
