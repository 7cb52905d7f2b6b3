package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.Palette;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Spread;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.FeltColumns;
import org.boardbench.results.column.StageTimes;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/** What people feel by the number of users, beside the RTT, and of which parts it is made. */
final class FeltFigure {
  /**
   * A bound of what people put up with.
   *
   * @param name as the panel has it, with its source
   */
  private record Threshold(double ms, String name) {}

  private static final List<Threshold> THRESHOLDS =
      List.of(
          new Threshold(100, "100 ms: as if done by oneself"),
          new Threshold(250, "250 ms: close work together"),
          new Threshold(1000, "1 s: flow of thought"));

  private static final String SOURCES =
      "Lines: up to 100 ms people take an effect for their own doing, and up to 1 s their thoughts flow"
          + " on (Miller, AFIPS 1968; Nielsen, Usability Engineering, 1993); 250 ms is a bound of this"
          + " project for close work together, which delays of others' pointers make slower and more"
          + " erroneous (Gutwin, ECSCW 2001; Stuckel and Gutwin, CSCW 2008). One's own ink, in which no"
          + " server has a part, goes unnoticed up to some 50 ms (Annett et al., GI 2014).";

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "pen to send",
              Palette.ORANGE,
              List.of(FeltColumns.FELT_INPUT_P50_MS, FeltColumns.FELT_HANDLER_P50_MS)),
          new Part(
              "server and networking", Palette.PURPLE, List.of(FeltColumns.FELT_NETWORK_P50_MS)),
          new Part(
              "arrival to presented frame",
              Palette.faint(Palette.GREY),
              List.of(FeltColumns.FELT_ARRIVAL_P50_MS, FeltColumns.FELT_RENDER_P50_MS)));

  private static final Color THRESHOLD = new Color(0x888888);
  private static final Look LINE = new Look(THRESHOLD, 0.6, List.of(2.0, 1.5), Optional.empty(), 0);
  private static final double MARGIN = 0.04;
  private static final double BAR = 0.5;
  private static final double SHOWN_BELOW = 1.2;

  /** A piece of the way, by the sum of its parts' medians. */
  private record Part(String name, Color colour, List<Column<FeltRecord>> columns) {}

  private final StoredRun run;
  private final List<StoredRow<FeltRecord>> rows;
  private final Variants variants;
  private final List<String> targets;
  private final List<Integer> users;

  private FeltFigure(StoredRun run, List<StoredRow<FeltRecord>> rows, Variants variants) {
    this.run = run;
    this.rows = rows;
    this.variants = variants;
    targets =
        rows.stream()
            .map(row -> row.text(FeltColumns.TARGET))
            .distinct()
            .sorted(variants.order())
            .toList();
    users =
        run.felt().stream().map(row -> row.number(FeltColumns.USERS)).distinct().sorted().toList();
  }

  /**
   * Of a run at which a browser looked on; of others none.
   *
   * @param drawn which variants are drawn
   */
  static List<Figure> of(StoredRun run, Predicate<String> drawn, Variants variants) {
    List<StoredRow<FeltRecord>> rows =
        run.felt().stream().filter(row -> drawn.test(row.text(FeltColumns.TARGET))).toList();
    return rows.isEmpty() ? List.of() : List.of(new FeltFigure(run, rows, variants).figure());
  }

  private Figure figure() {
    boolean anyInvalid = rows.stream().anyMatch(row -> !isValid(row));
    return new Figure(
        "felt",
        "What two people in browsers feel of each other, by the number of virtual users beside them:"
            + " the time from a pen's movement on one page until the other has presented it (95th"
            + " percentile, medians over fresh starts), beside the RTT of a virtual user of the same"
            + " stages, which ends where the kernel has the message. At the right the median way at"
            + " most users in three parts. "
            + SOURCES,
        PaperUnits.PAGE_MM,
        52,
        3,
        List.of(feltPanel(), rttPanel(), partsPanel()),
        legend(),
        anyInvalid ? "no start of it is valid" : "");
  }

  private List<Curve> legend() {
    return Stream.concat(
            targets.stream()
                .map(target ->
                    new Curve(variants.title(target), VariantLook.of(variants, target), List.of())),
            PARTS.stream()
                .map(part -> new Curve(part.name(), Look.line(part.colour(), 3), List.of())))
        .toList();
  }

  private Axis usersAxis() {
    double least = users.getFirst();
    double most = users.getLast();
    double margin = most > least ? (most - least) * MARGIN : most * 0.5;
    return Axis.between("Users", least - margin, most + margin);
  }

  private Panel feltPanel() {
    List<Curve> curves = new ArrayList<>();
    for (String target : targets) {
      curves.add(
          Curve.unnamed(
              VariantLook.of(variants, target),
              users.stream().map(count -> felt(target, count)).toList()));
    }
    double greatest = values(curves).filter(value -> !Double.isNaN(value)).max().orElse(0);
    List<Threshold> shown =
        THRESHOLDS.stream()
            .filter(
                line -> line.ms() <= Math.max(THRESHOLDS.getFirst().ms(), greatest * SHOWN_BELOW))
            .toList();
    Axis x = usersAxis();
    List<Curve> lines = shown.stream().map(line -> line(x, line)).toList();
    Axis y =
        Axis.fromZero(
            "Remote ink p95 (ms)",
            DoubleStream.concat(values(curves), shown.stream().mapToDouble(Threshold::ms)));
    return new Panel(x, y, Stream.concat(lines.stream(), curves.stream()).toList());
  }

  private static Curve line(Axis x, Threshold threshold) {
    return Curve.unnamed(
        LINE,
        List.of(
            new Curve.Point(x.min(), threshold.ms(), false, threshold.name()),
            new Curve.Point(x.max(), threshold.ms())));
  }

  private Panel rttPanel() {
    List<Curve> curves = new ArrayList<>();
    for (String target : targets) {
      curves.add(
          Curve.unnamed(
              VariantLook.of(variants, target),
              users.stream().map(count -> rtt(target, count)).toList()));
    }
    return new Panel(usersAxis(), Axis.times("RTT p95 (ms)", values(curves)), curves);
  }

  private Panel partsPanel() {
    int most = users.getLast();
    List<Panel.Bar> bars = new ArrayList<>();
    double highest = 0;
    for (int i = 0; i < targets.size(); i++) {
      List<StoredRow<FeltRecord>> own = ofLoad(targets.get(i), most);
      double from = 0;
      for (Part part : PARTS) {
        double ms = part.columns().stream().mapToDouble(column -> median(own, column)).sum();
        double measured = Double.isNaN(ms) ? 0 : ms;
        bars.add(new Panel.Bar(i + 1, BAR, from, from + measured, part.colour()));
        from += measured;
      }
      highest = Math.max(highest, from);
    }
    List<String> names = targets.stream().map(variants::title).toList();
    return new Panel(
            Axis.named("At " + most + " users", names),
            Axis.fromZero("Parts of remote ink p50 (ms)", DoubleStream.of(highest)),
            List.of())
        .withBars(bars)
        .withBandNames();
  }

  private Curve.Point felt(String target, int count) {
    List<StoredRow<FeltRecord>> own = ofLoad(target, count);
    return new Curve.Point(
        count,
        median(own, FeltColumns.FELT_REMOTE_P95_MS),
        own.stream().noneMatch(FeltFigure::isValid),
        "");
  }

  private Curve.Point rtt(String target, int count) {
    List<StoredStage> own =
        run.stages().stream()
            .filter(stage -> stage.target().equals(target) && stage.users() == count)
            .toList();
    boolean anyValid = own.stream().anyMatch(StoredStage::isValid);
    return new Curve.Point(
        count,
        Spread.of(
                own.stream()
                    .filter(stage -> stage.isValid() || !anyValid)
                    .mapToDouble(stage -> stage.figure(StageTimes.RTT_P95_MS)))
            .median(),
        !anyValid,
        "");
  }

  private List<StoredRow<FeltRecord>> ofLoad(String target, int count) {
    return rows.stream()
        .filter(row -> row.text(FeltColumns.TARGET).equals(target))
        .filter(row -> row.number(FeltColumns.USERS) == count)
        .toList();
  }

  /** Of the valid starts; of all where none is. */
  private static double median(List<StoredRow<FeltRecord>> own, Column<FeltRecord> column) {
    boolean anyValid = own.stream().anyMatch(FeltFigure::isValid);
    return Spread.of(
            own.stream()
                .filter(row -> isValid(row) || !anyValid)
                .mapToDouble(row -> row.figure(column)))
        .median();
  }

  private static boolean isValid(StoredRow<FeltRecord> row) {
    return row.flag(FeltColumns.VALID).orElse(false);
  }

  private static DoubleStream values(List<Curve> curves) {
    return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Curve.Point::y);
  }
}
