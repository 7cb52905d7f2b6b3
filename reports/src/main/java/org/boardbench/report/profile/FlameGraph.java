package org.boardbench.report.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.boardbench.results.row.ProfileCategory;

/**
 * Stacks as a flame graph (Gregg, "The Flame Graph", CACM 2016): a box as wide as the time that is
 * in it, upon the box of who called it; from left to right by name. The lowest boxes are
 * categories, which give all above them their colour, then come threads. Names and times show where
 * a pointer rests. SVG that needs nothing else.
 */
public final class FlameGraph {
  private static final int WIDTH = 1200;
  private static final int ROW = 17;
  private static final int HEAD = 28;
  private static final double LEAST_WIDTH = 0.6;
  private static final double CHARACTER = 6.3;
  private static final int INDENT = 3;

  private final String title;
  private final Frame root = new Frame();

  /** A box. */
  private static final class Frame {
    private final Map<String, Frame> above = new TreeMap<>();
    private long us;

    int height() {
      return 1 + above.values().stream().mapToInt(Frame::height).max().orElse(0);
    }
  }

  /**
   * @param title stands above it
   * @param stacks a line each: frames from the outermost on with semicolons between, a space, µs
   */
  public FlameGraph(String title, List<String> stacks) {
    this.title = title;
    for (String line : stacks) {
      int space = line.lastIndexOf(' ');
      if (space > 0 && line.substring(space + 1).matches("\\d{1,15}")) {
        add(line.substring(0, space).split(";", -1), Long.parseLong(line.substring(space + 1)));
      }
    }
  }

  private void add(String[] frames, long us) {
    Frame frame = root;
    frame.us += us;
    for (String name : frames) {
      frame = frame.above.computeIfAbsent(name, first -> new Frame());
      frame.us += us;
    }
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return root.us == 0;
  }

  public String svg() {
    int height = HEAD + (root.height() - 1) * ROW + INDENT;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
            font-family="monospace" font-size="11">
            <rect width="%1$d" height="%2$d" fill="#ffffff"/>
            <text x="%3$d" y="18" font-size="14">%4$s</text>
            """,
            WIDTH,
            height,
            INDENT,
            escaped(title)));
    double x = 0;
    for (Map.Entry<String, Frame> category : root.above.entrySet()) {
      String colour = CategoryColours.hex(ProfileCategory.of(category.getKey()));
      draw(svg, category.getKey(), category.getValue(), x, height - INDENT - ROW, colour);
      x += width(category.getValue());
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(StringBuilder svg, String name, Frame frame, double x, int y, String colour) {
    double width = width(frame);
    if (width < LEAST_WIDTH) {
      return;
    }
    svg.append("<g><title>")
        .append(escaped(name))
        .append(
            String.format(
                Locale.ROOT,
                ": %.1f ms, %.2f %%</title>",
                frame.us / 1e3,
                100.0 * frame.us / root.us))
        .append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
                    + " stroke=\"#ffffff\" stroke-width=\"0.5\"/>",
                x,
                y,
                width,
                ROW,
                colour));
    int room = (int) ((width - 2 * INDENT) / CHARACTER);
    if (room > 2) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\">%s</text>",
              x + INDENT,
              y + 12,
              escaped(shortened(name, room))));
    }
    svg.append("</g>\n");
    double left = x;
    for (Map.Entry<String, Frame> above : frame.above.entrySet()) {
      draw(svg, above.getKey(), above.getValue(), left, y - ROW, colour);
      left += width(above.getValue());
    }
  }

  private double width(Frame frame) {
    return (double) WIDTH * frame.us / root.us;
  }

  /** The end of a name tells more than its beginning. */
  private static String shortened(String name, int room) {
    return name.length() <= room ? name : "…" + name.substring(name.length() - room + 1);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(isOfXml(c) ? c : '_');
          }
        });
    return escaped.toString();
  }

  /** What XML 1.0 allows in a text. */
  private static boolean isOfXml(int c) {
    return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  /** The file's name without extension; trials have names that fit into one. */
  public static String name(String trial, int stage) {
    return "flame-" + trial + "-stage-" + stage;
  }
}
