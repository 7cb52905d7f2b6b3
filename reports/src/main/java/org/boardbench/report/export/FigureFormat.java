package org.boardbench.report.export;

import java.io.IOException;
import java.util.List;
import org.boardbench.report.chart.FigurePainter;

/** A file format of figures. Its bytes depend on the figure alone: no date, no random number. */
public interface FigureFormat {
  /** Without the dot. */
  String extension();

  byte[] bytes(FigurePainter figure) throws IOException;

  /** All formats that a report has. */
  static List<FigureFormat> all() {
    return List.of(PngFormat.FOR_PAPER, new SvgFormat(), new PdfFormat());
  }

  /** The same formats, with a sixth of the pixels. */
  static List<FigureFormat> forScreens() {
    return List.of(PngFormat.FOR_SCREENS, new SvgFormat(), new PdfFormat());
  }
}
