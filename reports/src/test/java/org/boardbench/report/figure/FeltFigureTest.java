package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.boardbench.results.column.FeltColumns;
import org.boardbench.results.reason.FeltReason;
import org.boardbench.results.reason.Reason;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.row.TimeFigures;
import org.boardbench.results.row.TrialKey;
import org.boardbench.results.table.TableFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeltFigureTest {
  private static final int STARTS = 3;

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void write() throws Exception {
    folder = SyntheticRun.write(temp.resolve("run"), STARTS, 4);
  }

  @Test
  void aRunAtWhichNoBrowserLookedOnHasNoSuchFigure() throws Exception {
    assertThat(figures()).extracting(Figure::name).doesNotContain("felt");
  }

  @Test
  void whatIsFeltStandsBesideTheRttWithTheBoundsOfTheLiteratureAndItsParts() throws Exception {
    felt(
        row("node-ws", 1, 1, 100, 40),
        row("node-ws", 2, 1, 100, 50),
        row("node-ws", 3, 1, 100, 90));

    Figure figure = figure();

    assertThat(figure.panels()).hasSize(3);
    Panel felt = figure.panels().get(0);
    assertThat(points(felt)).extracting(Curve.Point::y).contains(50.0).doesNotContain(40.0, 90.0);
    assertThat(points(felt))
        .extracting(Curve.Point::label)
        .contains("100 ms: as if done by oneself");
    assertThat(figure.panels().get(1).y().title()).isEqualTo("RTT p95 (ms)");
    assertThat(points(figure.panels().get(1))).extracting(Curve.Point::y).allMatch(y -> y > 0);
    Panel parts = figure.panels().get(2);
    assertThat(parts.bars()).hasSize(3);
    assertThat(parts.bars().get(1).from()).isEqualTo(parts.bars().get(0).to());
    assertThat(figure.caption()).contains("Nielsen", "Gutwin", "Annett");
  }

  @Test
  void aLoadWithoutAValidStartIsHollowAndInvalidStartsHaveNoSayBesideValidOnes() throws Exception {
    FeltRecord slow =
        row("node-ws", 2, 1, 100, 900)
            .withReasons(List.of(new Reason(FeltReason.BROWSER_FPS, 30, 55)));
    FeltRecord slowAlone =
        row("node-ws", 1, 2, 300, 700)
            .withReasons(List.of(new Reason(FeltReason.BROWSER_FPS, 30, 55)));
    felt(row("node-ws", 1, 1, 100, 40), slow, slowAlone);

    List<Curve.Point> points = points(figure().panels().getFirst());

    assertThat(points)
        .filteredOn(point -> point.x() == 100)
        .extracting(Curve.Point::y)
        .contains(40.0);
    assertThat(points)
        .filteredOn(Curve.Point::hollow)
        .extracting(Curve.Point::x, Curve.Point::y)
        .containsExactly(tuple(300.0, 700.0));
  }

  private Figure figure() throws Exception {
    return figures().stream()
        .filter(figure -> figure.name().equals("felt"))
        .findFirst()
        .orElseThrow();
  }

  private List<Figure> figures() throws Exception {
    return FigureSet.of(RunReader.read(folder)).byGroup().stream()
        .flatMap(group -> group.figures().stream())
        .toList();
  }

  private static List<Curve.Point> points(Panel panel) {
    List<Curve.Point> points = new ArrayList<>();
    panel.curves().forEach(curve -> points.addAll(curve.points()));
    return points;
  }

  private void felt(FeltRecord... rows) throws Exception {
    try (TableFile<FeltRecord> table = TableFile.create(folder, FeltColumns.TABLE)) {
      table.append(List.of(rows));
    }
  }

  private static FeltRecord row(String target, int repetition, int stage, int users, long ms) {
    TimeFigures none = TimeFigures.NONE;
    TimeFigures part = times(ms / 5);
    return new FeltRecord(
        new TrialKey("run", target + "-r" + repetition, target, repetition, 1),
        stage,
        users,
        25,
        new FeltRecord.Setting(8, 25, 0),
        new FeltRecord.Counts(600, 600, 600, 600),
        FeltRecord.Pages.UNKNOWN,
        new FeltRecord.Times(
            times(ms), times(ms), part, part, part, part, part, none, none, none, none),
        OptionalDouble.empty(),
        Optional.empty(),
        List.of());
  }

  private static TimeFigures times(long ms) {
    long ns = ms * 1_000_000;
    return new TimeFigures(600, ns, ns, ns, ns, ns, ns);
  }
}
