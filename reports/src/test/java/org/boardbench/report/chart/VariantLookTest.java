package org.boardbench.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;

class VariantLookTest {
  @Test
  void tellsTheFirstSevenApartByColourAndTheFirstNineByGlyphAlone() {
    assertThat(looks(7)).extracting(Look::colour).doesNotHaveDuplicates();
    assertThat(looks(9)).extracting(Look::glyph).doesNotHaveDuplicates();
  }

  @Test
  void noTwoOfSixtyThreeHaveOneColourAndOneGlyph() {
    assertThat(looks(63))
        .extracting(look -> List.of(look.colour(), look.glyph()))
        .doesNotHaveDuplicates();
  }

  @Test
  void givesThePapersServersTheColoursThatReadersOfEarlierReportsKnow() throws Exception {
    Variants paper = Variants.of(RunReader.read(Path.of("..", "results", "reference")));

    assertThat(VariantLook.of(paper, "spring-websocket").colour()).isEqualTo(new Color(0x0072B2));
    assertThat(VariantLook.of(paper, "fastapi").colour()).isEqualTo(new Color(0xD55E00));
  }

  @Test
  void givesTheFloorAThinDashedLineInGreyWithSmallGlyphs() throws Exception {
    Variants paper = Variants.of(RunReader.read(Path.of("..", "results", "reference")));
    Look floor = VariantLook.of(paper, "reference");
    Look server = VariantLook.at(3);

    assertThat(floor.width()).isLessThan(server.width());
    assertThat(floor.glyphSize()).isLessThan(server.glyphSize());
    assertThat(floor.dash()).isNotEmpty();
    assertThat(floor.colour().getRed())
        .isEqualTo(floor.colour().getGreen())
        .isEqualTo(floor.colour().getBlue());
  }

  private static List<Look> looks(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(VariantLook::at).toList();
  }
}
