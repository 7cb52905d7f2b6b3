package org.boardbench.report.export;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.boardbench.report.chart.FigurePainter;
import org.boardbench.report.chart.PaperUnits;

/** SVG in its true size on paper. Text is outlines. */
final class SvgFormat implements FigureFormat {
  /** A pixel of CSS is 1/96 inch. */
  private static final double PIXELS_PER_UNIT = 96.0 / PaperUnits.UNITS_PER_INCH;

  private static final String PATH = " d=\"";
  private static final int DECIMALS = 2;

  @Override
  public String extension() {
    return "svg";
  }

  @Override
  public byte[] bytes(FigurePainter figure) throws IOException {
    VectorGraphics2D g = new VectorGraphics2D();
    CommandSequence commands = g.getCommands();
    g.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
    figure.paint(g);
    PageSize page =
        new PageSize(0, 0, figure.width() * PIXELS_PER_UNIT, figure.height() * PIXELS_PER_UNIT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SVGProcessor().getDocument(commands, page).writeTo(bytes);
    String svg = bytes.toString(StandardCharsets.UTF_8);
    return withShortPaths(svg).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Outlines come with fourteen decimals of a unit that is a twelfth of a millimetre. By hand, as
   * this is most of a file's text.
   */
  private static String withShortPaths(String svg) {
    StringBuilder text = new StringBuilder(svg.length());
    int copied = 0;
    for (int path = svg.indexOf(PATH); path >= 0; path = svg.indexOf(PATH, copied)) {
      int begin = path + PATH.length();
      int end = svg.indexOf('"', begin);
      text.append(svg, copied, begin);
      addShort(text, svg, begin, end);
      copied = end;
    }
    return text.append(svg, copied, svg.length()).toString();
  }

  /** Of digits behind a point, the first two. */
  private static void addShort(StringBuilder text, String svg, int begin, int end) {
    int decimals = -1;
    for (int i = begin; i < end; i++) {
      char c = svg.charAt(i);
      if (c == '.') {
        decimals = 0;
        text.append(c);
      } else if (decimals < 0 || c < '0' || c > '9') {
        decimals = -1;
        text.append(c);
      } else if (decimals < DECIMALS) {
        decimals++;
        text.append(c);
      }
    }
  }
}
