package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.reason.InvalidReason;
import org.junit.jupiter.api.Test;

class VerdictSectionTest {
  private static final InvalidReason STALL = new InvalidReason("stall", "stall 81 ms > 50 ms");
  private static final InvalidReason SPOTS = new InvalidReason("sun-spots", "sun-spots 3 > 2");

  @Test
  void saysHowManyRowsAreValidAndExplainsTheReasonsOfTheOthers() {
    String html =
        html(
            row("a-r1", "kernel", 1, Optional.of(true)),
            row("b-r1", "kernel", 7.25, Optional.of(false), STALL, SPOTS),
            row("c-r1", "kernel", 2, Optional.of(false), STALL),
            row("d-r1", "kernel", 3, Optional.empty()));

    assertThat(html)
        .contains("1 of 3 judged rows are valid; 1 more were not judged.")
        .contains("<tr><td>stall</td><td>2</td><td>The driver stalled for so long")
        .contains("<td>sun-spots</td><td>1</td><td>A reason that this report does not know.</td>")
        .contains("<td>b-r1</td><td>100</td><td>stall 81 ms &gt; 50 ms; sun-spots 3 &gt; 2</td>")
        .doesNotContain("run-delay");
  }

  @Test
  void saysByWhichClockArrivalsWereDatedAndTheWorstReceiveDelayOfEach() {
    assertThat(
            html(
                row("a-r1", "kernel", 1, Optional.of(true)),
                row("b-r1", "kernel", 7.25, Optional.of(true)),
                row("c-r1", "driver", 2, Optional.of(true)),
                row("d-r1", "driver", Double.NaN, Optional.of(true))))
        .contains("Arrivals in 2 rows were timestamped by the kernel")
        .contains("The worst receive delay was 7.25 ms (b-r1, 100 users).")
        .contains("Arrivals in 2 rows were timestamped by the driver")
        .contains("The worst receive delay was 2.00 ms (c-r1, 100 users).");
  }

  @Test
  void saysOfAnOlderRunThatNobodyJudgedItAndNothingThatItDoesNotKnow() {
    assertThat(html(row("a-r1", "", Double.NaN, Optional.empty())))
        .isEqualTo(
            """
            <section id="valid">
            <h2>Which rows are valid</h2>
            <p>No row was judged: the run is older than verdicts are.</p>
            </section>
            """);
  }

  private static String html(StoredStage... rows) {
    return Templates.html("section", new VerdictSection(List.of(rows)));
  }

  private static StoredStage row(
      String trial,
      String clock,
      double receiveDelayMs,
      Optional<Boolean> valid,
      InvalidReason... reasons) {
    return StageBuilder.row(trial, 1, 100)
        .with(StageCounts.TRIAL_ID, trial)
        .with(StageTimes.ARRIVAL_CLOCK, clock)
        .with(StageTimes.RECEIVE_DELAY_MAX_MS, receiveDelayMs)
        .judged(valid)
        .because(reasons)
        .build();
  }
}
