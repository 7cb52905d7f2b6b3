package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {
  private static final Rectangle2D BOUNDS = new Rectangle2D.Double(0, 0, 500, 300);
  private static final double RADIUS = 5;
  private static final double WIDTH = 60;
  private static final double HEIGHT = 20;

  private final LabelPlaces places = new LabelPlaces(BOUNDS);

  @Test
  void putsALabelToTheRightOfALonelyPoint() {
    Rectangle2D place = take(200, 150).orElseThrow();

    assertThat(place.getMinX()).isGreaterThan(200 + RADIUS);
    assertThat(place.getCenterY()).isEqualTo(150);
  }

  @Test
  void staysOffLinesAndGlyphsWhereItCan() {
    Line2D line = new Line2D.Double(200, 150, 400, 150);
    places.addLine(line);
    places.addGlyph(150, 150, 10);

    Rectangle2D place = take(200, 150).orElseThrow();

    assertThat(line.intersects(place)).isFalse();
    assertThat(place.contains(150, 150)).isFalse();
  }

  @Test
  void staysWithinItsPanel() {
    for (double x : List.of(0.0, 500.0)) {
      for (double y : List.of(0.0, 300.0)) {
        assertThat(take(x, y)).hasValueSatisfying(p -> assertThat(BOUNDS.contains(p)).isTrue());
      }
    }
  }

  @Test
  void neverCoversAnotherLabelAndGivesUpInACrowd() {
    List<Rectangle2D> taken = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      take(200 + i % 3, 150).ifPresent(taken::add);
    }

    assertThat(taken).hasSizeBetween(4, 59);
    for (Rectangle2D one : taken) {
      assertThat(taken.stream().filter(one::intersects)).containsExactly(one);
    }
  }

  private Optional<Rectangle2D> take(double x, double y) {
    return places.take(x, y, RADIUS, WIDTH, HEIGHT);
  }
}
