package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made to fail, in the figures of trials over time. */
class FaultBandsTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

  @TempDir private Path temp;

  private List<Figure> figures(String... events) throws Exception {
    Path run = SyntheticRun.write(temp.resolve("run"), 1, 6);
    String header =
        "run_id,trial_id,target,repetition,stage,fault,kind,component,hold_ms,planned_ms,at_ms,"
            + "ended_ms,pids,connections\n";
    Files.writeString(run.resolve("events.csv"), header + String.join("\n", events) + "\n");
    return AllFigures.of(RunReader.read(run));
  }

  private static Figure timeline(List<Figure> figures, String target) {
    return figures.stream()
        .filter(figure -> figure.name().equals("timeline-" + target + "-r1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFaultIsABandOfEveryPanelFromItsMomentUntilItsEnd() throws Exception {
    Figure timeline =
        timeline(
            figures("run,node-ws-r1,node-ws,1,2,1,kill,target,8000,1500,1500.25,3500.25,17,"),
            "node-ws");

    assertThat(timeline.panels())
        .allSatisfy(panel -> {
          assertThat(panel.bars()).hasSize(1);
          Panel.Bar bar = panel.bars().getFirst();
          assertThat(bar.x() - bar.width() / 2).isCloseTo(9.50025, ROUNDING);
          assertThat(bar.width()).isCloseTo(2, ROUNDING);
          assertThat(bar.from()).isEqualTo(panel.y().min());
          assertThat(bar.to()).isEqualTo(panel.y().max());
        });
    assertThat(timeline.caption()).contains("Coloured bands are faults: kill of target at 9.5 s.");
  }

  @Test
  void theLegendSaysWhatABandIs() throws Exception {
    Figure timeline =
        timeline(
            figures(
                "run,node-ws-r1,node-ws,1,2,1,kill,target,8000,1500,1500.25,3500.25,17,",
                "run,node-ws-r1,node-ws,1,3,1,stop,redis,14000,1500,1500.25,3500.25,17,",
                "run,node-ws-r1,node-ws,1,4,1,kill,target,20000,1500,1500.25,3500.25,17,"),
            "node-ws");

    assertThat(timeline.legend())
        .extracting(curve -> curve.key().orElseThrow())
        .containsExactly("kill", "stop of redis");
    List<Panel.Bar> bars = timeline.panels().getFirst().bars();
    assertThat(bars.get(2).colour()).isEqualTo(bars.get(0).colour());
    assertThat(bars.get(1).colour()).isNotEqualTo(bars.get(0).colour());
    assertThat(timeline.legend())
        .extracting(curve -> curve.look().colour())
        .containsExactly(bars.get(0).colour(), bars.get(1).colour());
  }

  @Test
  void aPointIsInTheMiddleOfItsSecondSoThatNoBandLiesLateBesideIt() throws Exception {
    Figure timeline =
        timeline(
            figures("run,node-ws-r1,node-ws,1,2,1,kill,target,8000,1500,1500.25,3500.25,17,"),
            "node-ws");

    assertThat(timeline.panels().get(2).curves().getFirst().points())
        .extracting(Curve.Point::x)
        .startsWith(0.5, 1.5, 2.5);
  }

  @Test
  void aFaultWithoutAnEndCanStillBeSeenAndOneThatNeverCameCannot() throws Exception {
    Figure timeline =
        timeline(
            figures(
                "run,node-ws-r1,node-ws,1,2,1,cut,users,8000,1500,1501,,,20",
                "run,node-ws-r1,node-ws,1,2,2,kill,worker,8000,2500,,,,"),
            "node-ws");

    assertThat(timeline.panels())
        .allSatisfy(panel ->
            assertThat(panel.bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.width()).isPositive()));
  }

  @Test
  void otherTrialsHaveNone() throws Exception {
    List<Figure> figures =
        figures("run,node-ws-r1,node-ws,1,2,1,kill,target,8000,1500,1500.25,3500.25,17,");

    assertThat(timeline(figures, "fastapi").panels()).allMatch(panel -> panel.bars().isEmpty());
    assertThat(timeline(figures, "fastapi").caption()).doesNotContain("faults");
  }
}
