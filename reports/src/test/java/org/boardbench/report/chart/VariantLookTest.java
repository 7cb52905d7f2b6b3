package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetLookTest {
  private static final List<String> KNOWN =
      List.of(
          "spring-websocket",
          "spring-stomp",
          "node-ws",
          "node-ws-cluster-redis",
          "fastapi",
          "fastapi-workers-redis",
          "reference");

  @Test
  void tellsTheKnownTargetsApartByColourAndByGlyphAlone() {
    assertThat(KNOWN).extracting(name -> TargetLook.of(name).colour()).doesNotHaveDuplicates();
    assertThat(KNOWN).extracting(name -> TargetLook.of(name).glyph()).doesNotHaveDuplicates();
  }

  @Test
  void givesAKnownTargetTheColourThatReadersOfEarlierReportsKnow() {
    assertThat(TargetLook.of("spring-websocket").colour()).isEqualTo(new Color(0x0072B2));
    assertThat(TargetLook.of("fastapi").colour()).isEqualTo(new Color(0xD55E00));
  }

  @Test
  void givesAnotherTargetALookThatDependsOnItsNameAloneAndIsNoKnownOnes() {
    assertThat(TargetLook.of("actix")).isEqualTo(TargetLook.of("actix"));
    assertThat(KNOWN).extracting(TargetLook::of).doesNotContain(TargetLook.of("actix"));
    assertThat(TargetLook.of("phoenix")).isNotEqualTo(TargetLook.of("actix"));
  }

  @Test
  void tellsAServerInTwoLaunchersApartByItsLineAndKeepsItsColourAndGlyph() {
    List<Look> looks =
        Stream.of("node-ws", "node-ws@process", "node-ws@docker").map(TargetLook::of).toList();

    assertThat(looks).extracting(Look::stroke).doesNotHaveDuplicates();
    assertThat(looks).extracting(Look::colour).containsOnly(TargetLook.of("node-ws").colour());
    assertThat(looks).extracting(Look::glyph).containsOnly(TargetLook.of("node-ws").glyph());
  }

  @Test
  void givesTheFloorAThinDashedLineInGreyWithSmallGlyphs() {
    Look floor = TargetLook.of("reference");
    Look server = TargetLook.of("node-ws");

    assertThat(floor.width()).isLessThan(server.width());
    assertThat(floor.glyphSize()).isLessThan(server.glyphSize());
    assertThat(floor.dash()).isNotEmpty();
    assertThat(floor.colour().getRed())
        .isEqualTo(floor.colour().getGreen())
        .isEqualTo(floor.colour().getBlue());
  }
}
