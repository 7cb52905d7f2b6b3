package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.report.table.TruthTable;

/** {@code index.html} of a calibration, made as that of a run. */
public record CalibrationPage(
    StoredCalibration calibration, List<Figure> figures, TruthTable table) {
  public CalibrationPage {
    figures = List.copyOf(figures);
  }

  public String html() {
    return Templates.html("calibrationPage", this);
  }
}
