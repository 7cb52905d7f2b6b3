package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureSetTest {
  @TempDir private Path temp;
  private StoredRun run;
  private List<Figure> figures;

  @BeforeEach
  void readRun() throws Exception {
    draw(SyntheticRun.write(temp.resolve("run"), 3, 4));
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
  void joinsTheEstimatesAndShowsTheirIntervalsAndEveryStart() {
    // For each target points of the starts and intervals, then the lines.
    Panel panel = figure("users-rtt-p95").panels().getFirst();
    List<Curve> curves = panel.curves();
    assertThat(curves).hasSize(6 * 3);

    List<Double> starts = ys(curves.getFirst()).subList(0, 3);
    Estimate estimate =
        Estimate.of(FigureKind.TIME, starts.stream().mapToDouble(Double::doubleValue));
    Interval interval = (Interval) estimate.bounds();
    assertThat(ys(curves.get(12)).getFirst()).isEqualTo(estimate.mean().orElseThrow());
    assertThat(ys(curves.get(6)).subList(0, 2))
        .containsExactly(Math.max(interval.low(), panel.y().min()), interval.high());
    assertThat(FigureSet.of(run).howToRead())
        .contains("A bar is the 95 % interval")
        .contains("n = 2 to 3 starts a point; fewer than 3 starts have no interval.");
  }

  @Test
  void drawsNoIntervalOfTwoStartsAndSaysWhy() throws Exception {
    draw(SyntheticRun.write(temp.resolve("two"), 2, 1));
    Figure rtt = figure("users-rtt-p95");

    assertThat(rtt.panels().getFirst().curves().subList(6, 12)).noneMatch(Curve::isMeasured);
    assertThat(FigureSet.of(run).howToRead())
        .contains("; fewer than 3 starts have no interval.")
        .doesNotContain("A bar is");
  }

  @Test
  void cutsAnIntervalOffAtTheAxisAndLeavesItWithoutAnEndThere() {
    Figure rtt = figure("users-rtt-p95");
    Panel panel = rtt.panels().getFirst();

    assertThat(panel.curves())
        .flatExtracting(Curve::points)
        .filteredOn(point -> !point.isGap())
        .allSatisfy(point -> assertThat(point.y()).isBetween(panel.y().min(), panel.y().max()));
  }

  @Test
  void leavesAGapWhereNothingWasMeasured() {
    Curve stomp = figure("users-memory").panels().getFirst().curves().get(12 + 1);

    assertThat(stomp.look()).isEqualTo(VariantLook.of(Variants.of(run), "spring-stomp"));
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
            new Panel.Band(12, 16, "700 users", "○ run-delay +1"),
            new Panel.Band(16, 20, "1000 users", "○ run-delay +1"));
    assertThat(figure("timeline-fastapi-r1").caption()).contains("is invalid");
    assertThat(figure("timeline-spring-websocket-r1").caption()).doesNotContain("invalid,");
  }

  @Test
  void drawsWhatIsInvalidHollowWithItsFirstReasonAndHowManyMoreThereAre() {
    Figure rtt = figure("users-rtt-p95");
    // The line of fastapi: with 700 and 1000 users no repetition is valid.
    List<Curve.Point> estimates = rtt.panels().getFirst().curves().get(12 + 4).points();

    assertThat(estimates)
        .extracting(Curve.Point::hollow)
        .containsExactly(false, false, false, true, true);
    assertThat(estimates)
        .extracting(Curve.Point::label)
        .containsExactly("", "", "thread", "run-delay +1", "run-delay +1");
    assertThat(rtt.hollow()).isEqualTo("invalid, for the reason beside it");
    assertThat(FigureSet.of(run).howToRead()).contains("A hollow point is invalid", "(+1)");
  }

  @Test
  void estimatesFromTheValidStartsAloneAndDrawsTheOtherOnesHollow() {
    List<Curve> curves = figure("users-rtt-p95").panels().getFirst().curves();
    // Of spring-stomp with 1000 users the second repetition is invalid.
    List<Curve.Point> repetitions = curves.get(1).points().subList(12, 15);
    Curve.Point estimate = curves.get(12 + 1).points().getLast();

    assertThat(repetitions).extracting(Curve.Point::hollow).containsExactly(false, true, false);
    assertThat(repetitions).extracting(Curve.Point::label).containsExactly("", "send-delay", "");
    assertThat(estimate.hollow()).isFalse();
    assertThat(estimate.label()).isEmpty();
    assertThat(estimate.y())
        .isCloseTo(Math.sqrt(repetitions.getFirst().y() * repetitions.getLast().y()), within(1e-9));
  }

  @Test
  void namesReasonsByLettersWherePanelsAreSmall() {
    Figure overview = figure("users-overview");

    assertThat(overview.hollow())
        .isEqualTo("invalid: a\u00a0send-delay, b\u00a0stall, c\u00a0run-delay");
    assertThat(overview.panels().getFirst().curves().get(12 + 4).points().getLast().label())
        .isEqualTo("c+1");
  }

  @Test
  void drawsARunThatNobodyJudgedWithoutAnyMark() throws Exception {
    Path folder = SyntheticRun.writeUnjudged(temp.resolve("older"));
    draw(folder);

    assertThat(figures)
        .allSatisfy(figure -> {
          assertThat(figure.hollow()).isEmpty();
          assertThat(figure.caption()).doesNotContain("hollow").doesNotContain("invalid");
          assertThat(figure.panels())
              .flatExtracting(Panel::curves)
              .flatExtracting(Curve::points)
              .noneMatch(point -> point.hollow() || !point.label().isEmpty());
        });
  }

  @Test
  void drawsTheReferenceAsTheFloorBehindAllOthersAndNamesItLast() throws Exception {
    Path folder = SyntheticRun.writeWithFloor(temp.resolve("floor"), 1, 2);
    draw(folder);
    Figure rtt = figure("users-rtt-p95");

    Curve floor = rtt.panels().getFirst().curves().getFirst();
    assertThat(floor.look()).isEqualTo(VariantLook.of(Variants.of(run), "reference"));
    assertThat(floor.points())
        .extracting(Curve.Point::x)
        .containsExactly(100.0, 300.0, 500.0, 700.0, 1000.0);
    assertThat(rtt.legend().getLast().key()).contains("reference (floor)");
    assertThat(figures.getLast().name()).isEqualTo("timeline-reference-r1");
  }

  @Test
  void showsACompanionBesideItsServerAndTheTrafficOfTheDriversSockets() {
    List<Panel> panels = figure("timeline-fastapi-workers-redis-r2").panels();

    assertThat(keys(panels.get(6))).containsExactly("server", "redis");
    assertThat(keys(panels.get(8))).containsExactly("driver", "redis");
    assertThat(keys(panels.get(2))).containsExactly("max", "p99", "p95", "mean");
    assertThat(keys(figure("timeline-node-ws-r1").panels().get(6))).isEmpty();
  }

  private void draw(Path folder) throws Exception {
    run = RunReader.read(folder);
    figures = AllFigures.of(run);
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
