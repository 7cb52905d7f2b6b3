package org.boardbench.report.figure.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.StoredCalibration;
import org.boardbench.results.row.CalibrationPart;

/** All figures of a calibration, in the order of the report. */
public final class CalibrationFigures {
  private CalibrationFigures() {}

  /** Without those of which nothing has been measured. */
  public static List<Figure> of(StoredCalibration calibration) {
    return Stream.of(
            DelayFigure.of(calibration.rows(CalibrationPart.TRUTH)),
            CapacityFigure.of(
                calibration.rows(CalibrationPart.CAPACITY),
                calibration.manifest().path("capacity")),
            NoiseFigure.of(calibration.rows(CalibrationPart.NOISE)))
        .flatMap(Optional::stream)
        .toList();
  }
}
