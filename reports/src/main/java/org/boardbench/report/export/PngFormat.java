package org.boardbench.report.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.boardbench.report.chart.FigurePainter;
import org.boardbench.report.chart.PaperUnits;

/**
 * PNG that states its resolution, so that it is placed in its true size.
 *
 * @param dpi pixels an inch
 */
record PngFormat(int dpi) implements FigureFormat {
  /** What papers ask for. */
  static final PngFormat FOR_PAPER = new PngFormat(PaperUnits.UNITS_PER_INCH);

  static final PngFormat FOR_SCREENS = new PngFormat(120);

  /** Level 6 of 9: the last ones take as long as all the drawing, and spare a few percent. */
  private static final float COMPRESSION = 1 / 3f;

  private static final String NATIVE_METADATA = "javax_imageio_png_1.0";
  private static final double INCHES_PER_METRE = 1 / 0.0254;

  @Override
  public String extension() {
    return "png";
  }

  @Override
  public byte[] bytes(FigurePainter figure) throws IOException {
    double scale = (double) dpi / PaperUnits.UNITS_PER_INCH;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(scale * figure.width()),
            (int) Math.round(scale * figure.height()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    figure.paint(g);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam small = writer.getDefaultWriteParam();
      small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      small.setCompressionQuality(COMPRESSION);
      writer.write(null, new IIOImage(image, null, resolution(writer, image)), small);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private IIOMetadata resolution(ImageWriter writer, BufferedImage image) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    String perMetre = Long.toString(Math.round(dpi * INCHES_PER_METRE));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", perMetre);
    physical.setAttribute("pixelsPerUnitYAxis", perMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(NATIVE_METADATA);
    root.appendChild(physical);
    metadata.mergeTree(NATIVE_METADATA, root);
    return metadata;
  }
}
