package org.boardbench.report.export;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.boardbench.report.chart.FigurePainter;
import org.boardbench.report.chart.PaperUnits;

/** SVG in its true size on paper. Text is outlines. */
final class SvgFormat implements FigureFormat {
  /** A pixel of CSS is 1/96 inch. */
  private static final double PIXELS_PER_UNIT = 96.0 / PaperUnits.UNITS_PER_INCH;

  private static final Pattern PATH = Pattern.compile(" d=\"[^\"]*\"");
  private static final Pattern EXCESS_DECIMALS = Pattern.compile("(\\.\\d{2})\\d+");

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

  /** Outlines come with fourteen decimals of a unit that is a twelfth of a millimetre. */
  private static String withShortPaths(String svg) {
    return PATH.matcher(svg)
        .replaceAll(path -> EXCESS_DECIMALS.matcher(path.group()).replaceAll("$1"));
  }
}
