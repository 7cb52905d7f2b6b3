package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.TargetLook;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureSetTest {
  @TempDir private Path temp;
  private List<Figure> figures;

  @BeforeEach
  void readRun() throws Exception {
    figures = FigureSet.of(RunReader.read(SyntheticRun.write(temp.resolve("run"), 3, 4)));
  }

  @Test
  void comparesTargetsByUsersAndShowsEveryTrialOverTime() {
    assertThat(figures)
        .extracting(Figure::name)
        .startsWith(
            "users-overview",
            "users-tps",
            "users-loss",
            "users-rtt-p95",
            "users-rtt-p99",
            "users-reach-100-p50",
            "users-reach-100-p95",
            "users-cpu",
            "users-memory",
            "timeline-spring-websocket-r1",
            "timeline-spring-websocket-r2",
            "timeline-spring-websocket-r3",
            "timeline-spring-stomp-r1")
        .hasSize(9 + 18);
  }

  @Test
  void joinsTheMediansAndShowsEveryRepetitionAndTheirRange() {
    // For each target bars and points of the repetitions, then the lines.
    List<Curve> curves = figure("users-rtt-p95").panels().getFirst().curves();
    assertThat(curves).hasSize(6 * 3);

    List<Double> repetitions = ys(curves.get(6)).subList(0, 3);
    assertThat(ys(curves.get(12)).getFirst())
        .isEqualTo(repetitions.stream().sorted().toList().get(1));
    assertThat(ys(curves.getFirst()).subList(0, 2))
        .containsExactly(
            repetitions.stream().min(Double::compare).orElseThrow(),
            repetitions.stream().max(Double::compare).orElseThrow());
  }

  @Test
  void leavesAGapWhereNothingWasMeasured() {
    Curve stomp = figure("users-memory").panels().getFirst().curves().get(12 + 1);

    assertThat(stomp.look()).isEqualTo(TargetLook.of("spring-stomp"));
    assertThat(stomp.points())
        .extracting(Curve.Point::isGap)
        .containsExactly(false, false, true, false, false);
  }

  @Test
  void drawsLossOnALinearAxisSoThatZeroIsShown() {
    Panel loss = figure("users-loss").panels().getFirst();

    assertThat(loss.y().logarithmic()).isFalse();
    assertThat(loss.y().min()).isZero();
  }

  @Test
  void marksTheStagesOfATrialAndNamesTheirUsers() {
    assertThat(figure("timeline-fastapi-r1").panels().getFirst().bands())
        .containsExactly(
            new Panel.Band(0, 4, "100 users"),
            new Panel.Band(4, 8, "300 users"),
            new Panel.Band(8, 12, "500 users"),
            new Panel.Band(12, 16, "700 users"),
            new Panel.Band(16, 20, "1000 users"));
  }

  @Test
  void showsACompanionBesideItsServerAndTheTrafficOfTheDriversSockets() {
    List<Panel> panels = figure("timeline-fastapi-workers-redis-r2").panels();

    assertThat(keys(panels.get(4))).containsExactly("server", "redis");
    assertThat(keys(panels.get(6))).containsExactly("driver", "redis");
    assertThat(keys(panels.get(2))).containsExactly("max", "p99", "p95", "mean");
    assertThat(keys(figure("timeline-node-ws-r1").panels().get(4))).isEmpty();
  }

  private Figure figure(String name) {
    return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Double> ys(Curve curve) {
    return curve.points().stream().map(Curve.Point::y).toList();
  }

  private static List<String> keys(Panel panel) {
    return panel.curves().stream().flatMap(c -> c.key().stream()).toList();
  }
}
