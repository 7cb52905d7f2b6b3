package org.boardbench.report.figure.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.CalibrationReader;
import org.boardbench.report.stored.CalibrationRow;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.results.row.CalibrationPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFiguresTest {
  @TempDir private Path temp;
  private StoredCalibration calibration;
  private List<Figure> figures;

  @BeforeEach
  void readCalibration() throws Exception {
    calibration = CalibrationReader.read(SyntheticCalibration.write(temp.resolve("calibration")));
    figures = CalibrationFigures.of(calibration);
  }

  @Test
  void drawsDelayCapacityAndNoise() {
    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly("calibration-delay", "calibration-capacity", "calibration-noise");
  }

  @Test
  void drawsOnlyThePartsThatAnUnfinishedCalibrationHas() {
    assertThat(CalibrationFigures.of(with(calibration.rows(CalibrationPart.TRUTH))))
        .extracting(Figure::name)
        .containsExactly("calibration-delay");
  }

  @Test
  void placesTheDelaysSideBySideWithZeroFirst() {
    Panel panel = panel(0, 0);

    assertThat(panel.x().names()).containsExactly("0", "1", "10", "100", "1000");
    assertThat(panel.y().logarithmic()).isTrue();
    assertThat(panel.curves().stream().flatMap(curve -> curve.key().stream()))
        .containsExactly("p50", "p99", "max", "bound");
  }

  @Test
  void drawsTheBoundOfEachDelayAndNoneWhereThereIsNone() {
    assertThat(ys(panel(0, 0).curves().getFirst()))
        .containsExactly(1.0, 1.0, 1.001, 1.001, 1.01, 1.01, 1.1, 1.1, 2.0, 2.0);
    assertThat(panel(0, 0).curves().get(2).isMeasured()).isFalse();
  }

  @Test
  void makesAnErrorHollowThatMissesItsBound() {
    assertThat(hollow(panel(0, 0))).containsExactly(new Curve.Point(1.8, 1.4, true, ""));
    assertThat(figures.getFirst().hollow()).isEqualTo("misses its bound");
  }

  @Test
  void drawsAnErrorBelowZeroByItsSizeAndNamesIt() {
    assertThat(figures.getFirst().caption())
        .endsWith("Drawn by size, but less than the truth: rtt_max at 100 ms.");
    assertThat(SmallTimes.placed(-0.012)).isEqualTo(0.012);
    assertThat(SmallTimes.placed(0)).isEqualTo(0.001);
    assertThat(SmallTimes.placed(Double.NaN)).isNaN();
  }

  @Test
  void joinsTheStepsOfASearchByRisingRateAndMakesThoseHollowThatWereNotHonest() {
    List<Curve.Point> steps = panel(1, 0).curves().get(1).points();

    assertThat(steps).extracting(Curve.Point::x).isSorted().hasSize(5);
    assertThat(steps)
        .extracting(Curve.Point::hollow)
        .containsExactly(false, false, false, false, true);
    assertThat(figures.get(1).hollow()).isEqualTo("not honest");
  }

  @Test
  void showsTheLimitOfEachCaseAndWhatLimitedIt() {
    Panel limits = panel(1, 1);

    assertThat(limits.x().names())
        .containsExactly("100 × 1", "300 × 1", "1000 × 1", "100 × 10", "300 × 10", "1000 × 10");
    assertThat(limits.bands())
        .extracting(Panel.Band::name)
        .containsExactly("driver", "driver", "server", "driver", "machine", "machine");
    assertThat(ys(limits.curves().get(1))).containsExactly(566_000.0);
    assertThat(hollow(limits)).containsExactly(new Curve.Point(6, 0, true, ""));
  }

  @Test
  void keepsTheAxisOfTheLimitsAsLongAsTheRatesWhereNoneWasHonest() {
    List<CalibrationRow> lost =
        calibration.rows().stream().filter(row -> row.name().equals("1000u-10b")).toList();
    Figure capacity = CalibrationFigures.of(with(lost)).getFirst();

    assertThat(capacity.panels().get(1).y().max()).isEqualTo(capacity.panels().get(0).x().max());
  }

  @Test
  void tellsTheCasesOfACapacityApart() {
    assertThat(figures.get(1).legend()).extracting(Curve::look).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void showsTheTrialsAroundTheirMedianAndTheStoredSpreadAbove() {
    Panel noise = panel(2, 0);

    assertThat(noise.x().names())
        .containsExactly("RTT p50", "RTT p95", "RTT p99", "TPS", "CPU mean");
    assertThat(noise.bands()).extracting(Panel.Band::name).allMatch(text -> text.endsWith(" %"));
    assertThat(ys(noise.curves().get(1))).hasSize(7).contains(0.0);
  }

  @Test
  void leavesAGapForATrialThatDidNotMeasureAFigure() {
    assertThat(panel(2, 0).curves().getLast().points())
        .extracting(Curve.Point::isGap)
        .containsExactly(false, false, false, false, true, false, false);
  }

  private StoredCalibration with(List<CalibrationRow> rows) {
    return new StoredCalibration("c", calibration.manifest(), rows, List.of(), List.of());
  }

  private Panel panel(int figure, int panel) {
    return figures.get(figure).panels().get(panel);
  }

  private static List<Curve.Point> hollow(Panel panel) {
    return panel.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .filter(Curve.Point::hollow)
        .toList();
  }

  private static List<Double> ys(Curve curve) {
    return curve.points().stream().map(Curve.Point::y).toList();
  }
}
