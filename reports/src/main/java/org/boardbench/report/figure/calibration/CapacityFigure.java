package org.boardbench.report.figure.calibration;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.stored.CalibrationRow;
import tools.jackson.databind.JsonNode;

/** Up to which rate the driver is honest: how late it sends by the rate, and the highest rate. */
final class CapacityFigure {
  /** Of the calibration, which stores no bound for what it does not compare with a truth. */
  private static final double BOUND_MS = 1;

  private static final Look BOUND =
      new Look(Color.BLACK, 0.6, List.of(2.0, 1.5), Optional.empty(), 0);
  private static final double STEM = 2.4;

  /** How far cases are moved apart sideways, as a part of the axis. */
  private static final double DODGE = 0.005;

  private final List<CapacityCase> cases;
  private final JsonNode summary;

  private CapacityFigure(List<CapacityCase> cases, JsonNode summary) {
    this.cases = cases;
    this.summary = summary;
  }

  /**
   * Empty when no step was measured.
   *
   * @param summary of the manifest, which knows what limited each case
   */
  static Optional<Figure> of(List<CalibrationRow> capacity, JsonNode summary) {
    List<CapacityCase> cases =
        CapacityCase.of(capacity).stream().filter(one -> !one.steps().isEmpty()).toList();
    return cases.isEmpty()
        ? Optional.empty()
        : Optional.of(new CapacityFigure(cases, summary).figure());
  }

  private Figure figure() {
    return new Figure(
        "calibration-capacity",
        "Left: how late the driver sends, by the deliveries that it gets, for each rate that was"
            + " tried; lines join rising rates, and cases are moved a little sideways so"
            + " that they do not hide each other. Full points are honest: everybody joined, all was"
            + " sent, at most 1 ms late at p99 (dashed), nothing was lost or queued, and no thread"
            + " stalled. Right: the highest honest rate of each case,"
            + " and above it what was used up beyond it; it is 0 where no rate was honest.",
        PaperUnits.PAGE_MM,
        52,
        2,
        List.of(sendDelays(), limits()),
        cases.stream().map(one -> new Curve(one.title(), one.look(cases), List.of())).toList(),
        cases.stream().allMatch(CapacityCase::isHonest) ? "" : "not honest");
  }

  private Panel sendDelays() {
    List<CapacityCase.Step> steps = cases.stream().flatMap(one -> one.steps().stream()).toList();
    Axis rates =
        Axis.fromZero(
            "Deliveries/s", steps.stream().mapToDouble(CapacityCase.Step::deliveriesPerS));
    List<Curve> curves = new ArrayList<>();
    curves.add(
        new Curve(
            "bound",
            BOUND,
            List.of(
                new Curve.Point(rates.min(), BOUND_MS), new Curve.Point(rates.max(), BOUND_MS))));
    for (int i = 0; i < cases.size(); i++) {
      double shift = (i - (cases.size() - 1) / 2.0) * DODGE * rates.max();
      CapacityCase one = cases.get(i);
      curves.add(
          Curve.unnamed(
              one.look(cases), one.steps().stream().map(step -> step.point(shift)).toList()));
    }
    DoubleStream delays =
        DoubleStream.concat(
            DoubleStream.of(BOUND_MS), steps.stream().mapToDouble(step -> step.point(0).y()));
    // No names, but their room, so that both panels begin on one line.
    return new Panel(rates, SmallTimes.axis("Send delay p99 (ms)", delays), curves).withBandNames();
  }

  private Panel limits() {
    Axis x =
        Axis.named(
            "Users × boards",
            cases.stream().map(one -> one.users() + " × " + one.boards()).toList());
    List<Panel.Band> bands =
        IntStream.range(0, cases.size())
            .mapToObj(i -> new Panel.Band(i + 0.5, i + 1.5, limitedBy(cases.get(i))))
            .toList();
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      double limit = cases.get(i).limitPerS();
      Look look = cases.get(i).look(cases);
      List<Curve.Point> top = List.of(new Curve.Point(i + 1, limit, limit == 0, ""));
      if (limit > 0) {
        curves.add(
            Curve.unnamed(
                Look.line(look.colour(), STEM),
                List.of(new Curve.Point(i + 1, 0), top.getFirst())));
      }
      curves.add(Curve.unnamed(look.pointsOnly(look.glyphSize() + STEM), top));
    }
    Axis limits = Axis.fromZero("Highest honest rate (deliveries/s)", limitsOrElseRates());
    return new Panel(x, limits, curves, bands).withBandNames();
  }

  /** Where no rate was honest, the rates that were tried give the axis its length. */
  private DoubleStream limitsOrElseRates() {
    return cases.stream().anyMatch(one -> one.limitPerS() > 0)
        ? cases.stream().mapToDouble(CapacityCase::limitPerS)
        : cases.stream()
            .flatMap(one -> one.steps().stream())
            .mapToDouble(CapacityCase.Step::deliveriesPerS);
  }

  private String limitedBy(CapacityCase one) {
    return summary.path(one.name()).path("limited_by").asString("");
  }
}
