package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures across more variants than a study usually has. */
class ManyVariantsTest {
  @TempDir private Path temp;

  @Test
  void movesPointsApartNoFurtherThanTheAxisOfUsersReaches() throws Exception {
    Path folder = SyntheticRun.writeVariants(temp.resolve("run"), 3);

    List<Figure> across =
        AllFigures.of(RunReader.read(folder)).stream()
            .filter(figure -> figure.name().startsWith("users-"))
            .toList();

    assertThat(across).isNotEmpty();
    for (Figure figure : across) {
      for (Panel panel : figure.panels()) {
        assertThat(panel.curves())
            .as(figure.name())
            .flatExtracting(Curve::points)
            .extracting(Curve.Point::x)
            .allMatch(x -> x > panel.x().min() && x < panel.x().max());
      }
    }
  }
}
