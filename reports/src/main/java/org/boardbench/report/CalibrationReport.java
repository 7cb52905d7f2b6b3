package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.calibration.CalibrationFigures;
import org.boardbench.report.html.CalibrationPage;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.report.table.TruthTable;
import org.boardbench.report.table.TruthTableText;

/** Writes a calibration's report: figures, the table of the truths, and a page with all of them. */
public final class CalibrationReport {
  private final StoredCalibration calibration;

  public CalibrationReport(StoredCalibration calibration) {
    this.calibration = calibration;
  }

  /**
   * Writes the same folder as {@link Report#writeTo}.
   *
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    try (ReportFolder report = ReportFolder.at(folder)) {
      TruthTable table = TruthTable.of(calibration);
      report.addTable("calibration.csv", TruthTableText.csv(table));
      report.addTable("calibration.md", TruthTableText.markdown(table));
      List<Figure> figures = CalibrationFigures.of(calibration);
      report.addFigures(figures);
      report.addPage("index.html", new CalibrationPage(calibration, figures, table).html());
      return figures.size();
    }
  }
}
