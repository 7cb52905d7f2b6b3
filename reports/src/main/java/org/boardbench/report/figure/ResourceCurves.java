package org.boardbench.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Look;
import org.boardbench.report.stored.StoredResource;

/** What the components of one trial used, a curve each. */
final class ResourceCurves {
  private static final List<Color> COMPANIONS =
      List.of(new Color(0x333333), new Color(0x8A8A8A), new Color(0xBDBDBD));

  private final List<StoredResource> rows;
  private final Look main;

  /**
   * @param rows of one trial
   * @param main the look of the server
   */
  ResourceCurves(List<StoredResource> rows, Look main) {
    this.rows = rows;
    this.main = main;
  }

  /** The server and its companions. */
  List<Curve> ofTarget(ToDoubleFunction<StoredResource> figure) {
    return curves(figure, false);
  }

  /** The driver too, whose sockets are where the server's traffic is measured. */
  List<Curve> ofAll(ToDoubleFunction<StoredResource> figure) {
    return curves(figure, true);
  }

  private List<Curve> curves(ToDoubleFunction<StoredResource> figure, boolean withDriver) {
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
        .map(StoredResource::component)
        .distinct()
        .filter(component -> withDriver || !component.equals(StoredResource.DRIVER))
        .sorted(Comparator.comparing((String c) -> !isOwn(c)).thenComparing(c -> c))
        .toList();
  }

  private static boolean isOwn(String component) {
    return component.equals(StoredResource.SERVER) || component.equals(StoredResource.DRIVER);
  }

  private List<Curve.Point> points(String component, ToDoubleFunction<StoredResource> figure) {
    return Seconds.points(
        rows.stream().filter(row -> row.component().equals(component)).toList(),
        StoredResource::second,
        figure);
  }

  private static Curve withoutKey(Curve curve) {
    return new Curve(Optional.empty(), curve.look(), curve.points());
  }
}
