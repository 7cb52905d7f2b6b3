package org.boardbench.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one font of all figures: Liberation Sans (SIL Open Font License 1.1), which PDFBox carries.
 * It comes from the class path, so that a figure has the same letters on every machine.
 */
final class FigureFont {
  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String JDK_FONT_CONFIGURATION = "sun.awt.fontconfig";
  private static final Font FONT = load();

  private FigureFont() {}

  /** The font at a size in points on paper. */
  static Font ofSize(double points) {
    return FONT.deriveFont(PaperUnits.pt(points));
  }

  private static Font load() {
    try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no font on the class path: " + RESOURCE);
      }
      doWithoutInstalledFonts();
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("cannot read the font " + RESOURCE, e);
    }
  }

  /**
   * Gives the JDK a configuration of logical fonts that names none. Otherwise it asks the machine's
   * fontconfig, and where that or every font is missing, as in small containers, even a font that
   * is loaded from a file cannot be made.
   */
  private static void doWithoutInstalledFonts() throws IOException {
    if (System.getProperty("os.name").startsWith("Linux")
        && System.getProperty(JDK_FONT_CONFIGURATION) == null) {
      Path configuration = Files.createTempFile("boardbench-fonts", ".properties");
      configuration.toFile().deleteOnExit();
      Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
      System.setProperty(JDK_FONT_CONFIGURATION, configuration.toString());
    }
  }
}
