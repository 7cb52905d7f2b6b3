package org.boardbench.report.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.boardbench.report.chart.FigurePainter;
import org.boardbench.report.chart.PaperUnits;

/** PDF of one page in the figure's true size. Text is outlines. */
final class PdfFormat implements FigureFormat {
  private static final float POINTS_PER_UNIT = 72f / PaperUnits.UNITS_PER_INCH;

  @Override
  public String extension() {
    return "pdf";
  }

  @Override
  public byte[] bytes(FigurePainter figure) throws IOException {
    float width = figure.width() * POINTS_PER_UNIT;
    float height = figure.height() * POINTS_PER_UNIT;
    try (PDDocument document = new PDDocument()) {
      // Otherwise the file's id is made from the time of day.
      document.setDocumentId(0L);
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
      g.scale(POINTS_PER_UNIT, POINTS_PER_UNIT);
      figure.paint(g);
      g.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g.getXFormObject());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
