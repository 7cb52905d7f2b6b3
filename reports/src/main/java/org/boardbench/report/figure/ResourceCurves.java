package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.row.ComponentSecond;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.table.Column;
import org.boardbench.results.table.StoredRow;

/** What the components of one trial used, a curve each. */
final class ResourceCurves {
  private static final List<Color> COMPANIONS =
      List.of(new Color(0x333333), new Color(0x8A8A8A), new Color(0xBDBDBD));

  private final List<StoredRow<ResourceRecord>> rows;
  private final Look main;

  /**
   * @param rows of one trial
   * @param main the look of the server
   */
  ResourceCurves(List<StoredRow<ResourceRecord>> rows, Look main) {
    this.rows = rows;
    this.main = main;
  }

  /**
   * The server and its companions.
   *
   * @param perUnit of the column's unit in the figure's
   */
  List<Curve> ofTarget(Column<ResourceRecord> figure, double perUnit) {
    return curves(row -> row.figure(figure) / perUnit, false);
  }

  /** The driver too, whose sockets are where the server's traffic is measured. */
  List<Curve> ofAll(Column<ResourceRecord> figure, double perUnit) {
    return curves(row -> row.figure(figure) / perUnit, true);
  }

  private List<Curve> curves(
      ToDoubleFunction<StoredRow<ResourceRecord>> figure, boolean withDriver) {
    List<Curve> curves = new ArrayList<>();
    int companions = 0;
    for (String component : components(withDriver)) {
      boolean own = isOwn(component);
      Look look =
          own ? main : Look.line(COMPANIONS.get(companions++ % COMPANIONS.size()), main.width());
      Curve curve = new Curve(component, look, points(component, figure));
      if (curve.isMeasured()) {
        curves.add(curve);
      }
    }
    return curves.size() == 1 ? List.of(withoutKey(curves.getFirst())) : curves;
  }

  private List<String> components(boolean withDriver) {
    return rows.stream()
        .map(row -> row.text(ResourceColumns.COMPONENT))
        .distinct()
        .filter(component -> withDriver || !component.equals(ComponentSecond.DRIVER))
        .sorted(Comparator.comparing((String c) -> !isOwn(c)).thenComparing(c -> c))
        .toList();
  }

  private static boolean isOwn(String component) {
    return component.equals(ComponentSecond.SERVER) || component.equals(ComponentSecond.DRIVER);
  }

  private List<Curve.Point> points(
      String component, ToDoubleFunction<StoredRow<ResourceRecord>> figure) {
    return Seconds.points(
        rows.stream().filter(row -> row.text(ResourceColumns.COMPONENT).equals(component)).toList(),
        row -> row.number(ResourceColumns.SECOND),
        figure);
  }

  private static Curve withoutKey(Curve curve) {
    return new Curve(Optional.empty(), curve.look(), curve.points());
  }
}
