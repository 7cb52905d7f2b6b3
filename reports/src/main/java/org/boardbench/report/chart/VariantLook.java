package org.boardbench.report.chart;

import static org.boardbench.report.chart.Palette.BLUE;
import static org.boardbench.report.chart.Palette.GREEN;
import static org.boardbench.report.chart.Palette.GREY;
import static org.boardbench.report.chart.Palette.ORANGE;
import static org.boardbench.report.chart.Palette.PURPLE;
import static org.boardbench.report.chart.Palette.SKY_BLUE;
import static org.boardbench.report.chart.Palette.VERMILION;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.report.statistics.Targets;

/**
 * The look of a target, which depends on its name alone: it stays the same in every figure and
 * whatever other targets are drawn; with a launcher of its own a server keeps its colour. A variant
 * with companions is dashed and has its framework's second colour; glyphs tell all apart in grey.
 * The reference, which others are seen against, is a thin line with small glyphs.
 */
public final class TargetLook {
  private static final List<Double> SOLID = List.of();
  private static final List<Double> DASHED = List.of(4.0, 1.5);
  private static final List<Double> DOTTED = List.of(1.2, 1.2);
  private static final List<Double> FINE_DASHED = List.of(3.0, 2.0);
  private static final List<Double> DASH_DOT = List.of(5.0, 1.5, 1.2, 1.5);

  private static final Look FLOOR = new Look(GREY, 0.6, FINE_DASHED, Optional.of(Glyph.PLUS), 2.6);

  private static final Map<String, Look> KNOWN =
      Map.of(
          "spring-websocket", look(BLUE, SOLID, Glyph.CIRCLE),
          "spring-stomp", look(SKY_BLUE, DASHED, Glyph.SQUARE),
          "node-ws", look(GREEN, SOLID, Glyph.TRIANGLE_UP),
          "node-ws-cluster-redis", look(PURPLE, DASHED, Glyph.TRIANGLE_DOWN),
          "fastapi", look(VERMILION, SOLID, Glyph.DIAMOND),
          "fastapi-workers-redis", look(ORANGE, DASHED, Glyph.PENTAGON),
          "reference", FLOOR);

  private static final List<Color> COLOURS =
      List.of(BLUE, SKY_BLUE, GREEN, PURPLE, VERMILION, ORANGE, Color.BLACK);
  private static final List<List<Double>> DASHES = List.of(DASH_DOT, DOTTED);
  private static final List<Glyph> GLYPHS = List.of(Glyph.CROSS, Glyph.PLUS);

  private TargetLook() {}

  /** A line with points. A name that is not known gets a look that no known name has. */
  public static Look of(String target) {
    Look known = KNOWN.get(target);
    if (known != null) {
      return known;
    }
    Look server = KNOWN.get(Targets.folder(target));
    return server != null ? inLauncher(target, server) : byHash(target);
  }

  /** The server's colour and glyph, told apart by line and size: in a container it is dotted. */
  private static Look inLauncher(String target, Look server) {
    return target.endsWith("@docker")
        ? new Look(
            server.colour(), server.width(), DOTTED, server.glyph(), 0.75 * server.glyphSize())
        : new Look(
            server.colour(),
            1.7 * server.width(),
            server.dash(),
            server.glyph(),
            server.glyphSize());
  }

  private static Look byHash(String target) {
    // String.hashCode is specified, so it is the same everywhere.
    int hash = Math.floorMod(target.hashCode(), COLOURS.size() * DASHES.size() * GLYPHS.size());
    int rest = hash / COLOURS.size();
    return look(
        COLOURS.get(hash % COLOURS.size()),
        DASHES.get(rest % DASHES.size()),
        GLYPHS.get(rest / DASHES.size()));
  }

  private static Look look(Color colour, List<Double> dash, Glyph glyph) {
    return new Look(colour, 1, dash, Optional.of(glyph), 4.2);
  }
}
