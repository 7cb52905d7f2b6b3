package org.boardbench.report.figure.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.stored.MicroRow;
import org.boardbench.report.stored.StoredMicro;

/** Panels of microbenchmarks put together as a figure: what all of these figures have alike. */
final class MicroSheet {
  private static final int MOST_COLUMNS = 3;
  private static final String QUICK =
      "Quick run: fewer and shorter measurements than a full one, not to be cited";
  private static final String ERRORS =
      " Points are JMH's mean; vertical bars are the 95 % interval of the mean over forks,"
          + " and end at the axis' foot where they would reach below it; a single fork has none.";
  private static final String MOVED =
      " Points are moved a little sideways so that they do not hide each other.";

  private final StoredMicro micro;
  private final List<Panel> panels = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  MicroSheet(StoredMicro micro) {
    this.micro = micro;
  }

  /** Takes a panel, unless no row has measured anything in it. */
  void add(MicroPanel panel, List<MicroRow> rows) {
    panel
        .of(rows)
        .ifPresent(drawn -> {
          panels.add(drawn);
          rows.forEach(row -> names.add(row.by()));
        });
  }

  /** Empty when there is no panel. */
  Optional<Figure> figure(String name, String caption, boolean withErrors) {
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int columns = panels.size() == 4 ? 2 : Math.min(MOST_COLUMNS, panels.size());
    Figure figure =
        new Figure(
            name,
            (micro.quick() ? QUICK + ". " : "") + caption + (withErrors ? ERRORS : "") + MOVED,
            columns == 1 ? PaperUnits.COLUMN_MM : PaperUnits.PAGE_MM,
            52,
            columns,
            panels,
            names.stream()
                .distinct()
                .sorted(MicroLook.ORDER)
                .map(by -> new Curve(by, MicroLook.of(by), List.of()))
                .toList(),
            hasHollow() ? "nothing, which stands at the axis' foot" : "");
    return Optional.of(micro.quick() ? figure.withRemark(QUICK) : figure);
  }

  private boolean hasHollow() {
    return panels.stream()
        .flatMap(panel -> panel.curves().stream())
        .flatMap(curve -> curve.points().stream())
        .anyMatch(Curve.Point::hollow);
  }
}
