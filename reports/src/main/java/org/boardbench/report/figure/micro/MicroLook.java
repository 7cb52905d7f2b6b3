package org.boardbench.report.figure.micro;

import static org.boardbench.report.chart.Palette.BLUE;
import static org.boardbench.report.chart.Palette.GREEN;
import static org.boardbench.report.chart.Palette.GREY;
import static org.boardbench.report.chart.Palette.ORANGE;
import static org.boardbench.report.chart.Palette.PURPLE;
import static org.boardbench.report.chart.Palette.SKY_BLUE;
import static org.boardbench.report.chart.Palette.VERMILION;

import java.awt.Color;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.report.chart.Glyph;
import org.boardbench.report.chart.Look;
import org.boardbench.report.statistics.StompCost;

/**
 * The look of a library or a strategy, which depends on its name alone. Glyphs tell those of one
 * figure apart in grey; binary formats are dashed.
 */
final class MicroLook {
  private static final List<Double> SOLID = List.of();
  private static final List<Double> DASHED = List.of(4.0, 1.5);
  private static final List<Double> DOTTED = List.of(1.2, 1.2);
  private static final double GLYPH_SIZE = 4.2;

  private static final Map<String, Look> KNOWN = known();
  private static final List<String> NAMES = List.copyOf(KNOWN.keySet());
  private static final List<Color> COLOURS =
      List.of(BLUE, SKY_BLUE, GREEN, PURPLE, VERMILION, ORANGE, Color.BLACK);
  private static final List<Glyph> GLYPHS = List.of(Glyph.values());

  /** Libraries and strategies in the order in which they were written down here, others by name. */
  static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              name -> NAMES.contains(name) ? NAMES.indexOf(name) : NAMES.size())
          .thenComparing(Comparator.naturalOrder());

  private MicroLook() {}

  private static Map<String, Look> known() {
    Map<String, Look> looks = new LinkedHashMap<>();
    looks.put("jackson-databind", look(BLUE, SOLID, Glyph.CIRCLE));
    looks.put("jackson-tree", look(SKY_BLUE, SOLID, Glyph.SQUARE));
    looks.put("jackson-streaming", look(GREEN, SOLID, Glyph.TRIANGLE_UP));
    looks.put("fastjson2", look(VERMILION, SOLID, Glyph.DIAMOND));
    looks.put("dsl-json", look(ORANGE, SOLID, Glyph.TRIANGLE_DOWN));
    looks.put("gson", look(PURPLE, SOLID, Glyph.PENTAGON));
    looks.put("smile", look(BLUE, DASHED, Glyph.HOURGLASS));
    looks.put("cbor", look(VERMILION, DASHED, Glyph.CROSS));
    looks.put("msgpack", look(GREEN, DASHED, Glyph.PLUS));
    looks.put("protobuf", look(Color.BLACK, DASHED, Glyph.STAR));
    looks.put("jdk", look(BLUE, SOLID, Glyph.CIRCLE));
    looks.put("tomcat", look(ORANGE, SOLID, Glyph.TRIANGLE_DOWN));
    looks.put("draft-6455-server", look(BLUE, SOLID, Glyph.SQUARE));
    looks.put("draft-6455-client", look(SKY_BLUE, DASHED, Glyph.TRIANGLE_UP));
    looks.put("driver", look(VERMILION, SOLID, Glyph.DIAMOND));
    looks.put("bytewise", look(PURPLE, SOLID, Glyph.PENTAGON));
    looks.put("wordwise", look(GREEN, SOLID, Glyph.CROSS));
    looks.put("plain", look(GREY, SOLID, Glyph.CIRCLE));
    looks.put(StompCost.STOMP, look(SKY_BLUE, SOLID, Glyph.SQUARE));
    looks.put("caller-lock", look(BLUE, SOLID, Glyph.CIRCLE));
    looks.put("pool-lock", look(SKY_BLUE, SOLID, Glyph.SQUARE));
    looks.put("virtual-lock", look(GREEN, SOLID, Glyph.TRIANGLE_UP));
    looks.put("queue-pool", look(VERMILION, DASHED, Glyph.DIAMOND));
    looks.put("queue-virtual", look(ORANGE, DASHED, Glyph.TRIANGLE_DOWN));
    looks.put("one-writer", look(Color.BLACK, SOLID, Glyph.PENTAGON));
    looks.put("encode-each", look(PURPLE, SOLID, Glyph.PLUS));
    looks.put("encode-once", look(GREY, SOLID, Glyph.CROSS));
    looks.put("copy-on-write", look(BLUE, DOTTED, Glyph.STAR));
    looks.put("concurrent-set", look(VERMILION, DOTTED, Glyph.HOURGLASS));
    looks.put("array-snapshot", look(GREEN, DOTTED, Glyph.CROSS));
    looks.put("write-each", look(BLUE, SOLID, Glyph.CIRCLE));
    looks.put("vectored", look(VERMILION, SOLID, Glyph.DIAMOND));
    looks.put("coalesced", look(GREEN, SOLID, Glyph.TRIANGLE_UP));
    return looks;
  }

  /** A line with points; a dotted one for a name that is not known. */
  static Look of(String name) {
    Look known = KNOWN.get(name);
    return known != null ? known : byHash(name);
  }

  private static Look byHash(String name) {
    // String.hashCode is specified, so it is the same everywhere.
    int hash = Math.floorMod(name.hashCode(), COLOURS.size() * GLYPHS.size());
    return look(COLOURS.get(hash % COLOURS.size()), DOTTED, GLYPHS.get(hash / COLOURS.size()));
  }

  private static Look look(Color colour, List<Double> dash, Glyph glyph) {
    return new Look(colour, 0.8, dash, Optional.of(glyph), GLYPH_SIZE);
  }
}
