package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What figures across targets show of servers that dropped users, or could not keep up. */
class LostUsersFigureTest {
  private static final String DROPS = "fastapi-workers-redis";

  @TempDir private Path temp;
  private StoredRun run;
  private List<Figure> figures;

  @BeforeEach
  void readRun() throws Exception {
    run = RunReader.read(SyntheticRun.write(temp.resolve("run"), 1, 1));
    figures = AllFigures.of(run);
  }

  @Test
  void drawsTheLossOfWhatWasOwedAndDashedThatOfWhatWasExpectedWhereTheyDiffer() {
    Panel loss = panel("users-loss");

    assertThat(ys(line(loss, DROPS))).isEqualTo(stored(DROPS, StageExtras.OWED_LOST_PCT));
    List<Curve> dashed = dashed(loss);
    assertThat(dashed)
        .extracting(curve -> curve.look().colour())
        .containsExactlyInAnyOrder(
            look("fastapi").colour(), look(DROPS).colour(), look("node-ws-cluster-redis").colour());
    Curve expected =
        dashed.stream()
            .filter(curve -> curve.look().colour().equals(look(DROPS).colour()))
            .findFirst()
            .orElseThrow();
    assertThat(ys(expected)).isEqualTo(stored(DROPS, StageCounts.LOSS_PCT));
    assertThat(ys(expected).getLast()).isLessThan(ys(line(loss, DROPS)).getLast());
  }

  @Test
  void namesBothLinesOfLossInThePanelAndAboveTheFigures() {
    for (String name : List.of("users-loss", "users-overview")) {
      assertThat(keys(name)).contains("of owed", "of expected");
    }
    assertThat(FigureSet.of(run).howToRead()).contains("Loss is of what was owed");
  }

  @Test
  void drawsATimeOfWhichAPartNeverCameAsALowerBoundWithAnArrow() {
    Curve fastapi = line(panel("users-rtt-p95"), "fastapi");

    assertThat(fastapi.points())
        .extracting(Curve.Point::atLeast)
        .containsExactly(false, false, true, true, true);
    assertThat(ys(fastapi).subList(2, 5))
        .isEqualTo(stored("fastapi", StageExtras.RTT_P95_CENSORED_MS).subList(2, 5));
    assertThat(line(panel("users-rtt-p95"), "node-ws").points()).noneMatch(Curve.Point::atLeast);
  }

  @Test
  void saysWhatAnArrowMeansWhereThereIsOneAndOnlyThere() {
    for (String name : List.of("users-overview", "users-rtt-p95", "users-reach-100-p50")) {
      assertThat(figure(name).atLeast()).isEqualTo("at least: some messages never arrived");
    }
    assertThat(FigureSet.of(run).howToRead()).contains("An arrow says \"at least\"");
    assertThat(figure("users-cpu").atLeast()).isEmpty();
    assertThat(panel("users-cpu").curves())
        .flatExtracting(Curve::points)
        .noneMatch(Curve.Point::atLeast);
  }

  @Test
  void namesWhatAServerLackedAtTheFirstLoadThatItDidNotKeep() {
    for (String name : List.of("users-tps", "users-loss", "users-rtt-p95")) {
      assertThat(labels(name, "fastapi")).startsWith("", "", "thread", "run-delay +1");
      assertThat(labels(name, DROPS)).startsWith("", "", "", "cores");
      assertThat(labels(name, "node-ws")).containsOnly("");
    }
    assertThat(FigureSet.of(run).howToRead()).contains("what the server had used up");
    assertThat(labels("users-cpu", "fastapi")).doesNotContain("thread");
  }

  @Test
  void drawsAnOlderRunAsItWasMeasuredAndSaysNothingOfWhatItDidNot() throws Exception {
    run = RunReader.read(SyntheticRun.writeOlder(temp.resolve("older"), 1, 1));
    figures = AllFigures.of(run);

    Panel loss = panel("users-loss");
    assertThat(ys(line(loss, DROPS))).isEqualTo(stored(DROPS, StageCounts.LOSS_PCT));
    assertThat(dashed(loss)).isEmpty();
    assertThat(keys("users-overview")).doesNotContain("of owed", "of expected");
    assertThat(labels("users-rtt-p95", "fastapi")).startsWith("", "", "");
    assertThat(FigureSet.of(run).howToRead()).doesNotContain("owed", "arrow", "used up");
    assertThat(figures)
        .allSatisfy(figure -> {
          assertThat(figure.atLeast()).isEmpty();
          assertThat(figure.panels())
              .flatExtracting(Panel::curves)
              .flatExtracting(Curve::points)
              .noneMatch(Curve.Point::atLeast);
        });
  }

  private Figure figure(String name) {
    return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private Panel panel(String name) {
    return figure(name).panels().getFirst();
  }

  private List<String> labels(String name, String target) {
    return line(panel(name), target).points().stream().map(Curve.Point::label).toList();
  }

  private List<String> keys(String name) {
    return figure(name).panels().stream()
        .flatMap(panel -> panel.curves().stream())
        .flatMap(curve -> curve.key().stream())
        .toList();
  }

  private List<Double> stored(String target, Column<StageRecord> figure) {
    return run.stages().stream()
        .filter(row -> row.target().equals(target))
        .map(row -> row.figure(figure))
        .toList();
  }

  private Look look(String target) {
    return VariantLook.of(Variants.of(run), target);
  }

  private Curve line(Panel panel, String target) {
    return panel.curves().stream()
        .filter(curve -> curve.look().equals(look(target)))
        .findFirst()
        .orElseThrow();
  }

  /** Every other line has points. */
  private static List<Curve> dashed(Panel panel) {
    return panel.curves().stream()
        .filter(curve -> curve.isMeasured() && curve.look().glyph().isEmpty())
        .toList();
  }

  private static List<Double> ys(Curve curve) {
    return curve.points().stream().map(Curve.Point::y).toList();
  }
}
