package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticClasses;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Message classes beside each other, of a run that has several. */
class ClassFiguresTest {
  @TempDir private Path temp;

  private List<Figure> figures(String... classes) throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("run"), 3, 1);
    SyntheticClasses.add(folder, List.of(classes));
    return AllFigures.across(RunReader.read(folder)).stream()
        .filter(figure -> figure.name().startsWith("classes"))
        .toList();
  }

  @Test
  void eachClassHasARowOfPanelsOnTheSameAxes() throws Exception {
    Figure classes = figures("stroke", "cursor", "text").getFirst();

    assertThat(classes.name()).isEqualTo("classes");
    assertThat(classes.columns()).isEqualTo(2);
    assertThat(classes.panels())
        .extracting(panel -> panel.y().title())
        .containsExactly(
            "stroke: RTT p95",
            "stroke: Loss (%)",
            "cursor: RTT p95",
            "cursor: Loss (%)",
            "text: RTT p95",
            "text: Loss (%)");
    assertThat(classes.panels().get(0).y().max()).isEqualTo(classes.panels().get(2).y().max());
    assertThat(classes.legend()).hasSize(6);
    assertThat(classes.caption()).contains("The class cursor is droppable");
  }

  @Test
  void ofADroppableClassItIsDrawnWhatCameTooLate() throws Exception {
    Figure late = figures("stroke", "cursor").getLast();

    assertThat(late.name()).isEqualTo("classes-late");
    assertThat(late.panels())
        .extracting(panel -> panel.y().title())
        .containsExactly("cursor: Later than 200 ms (%)");
    assertThat(late.hollow()).as("invalid rows have no say in it").isEmpty();
  }

  @Test
  void whereNoClassIsDroppableNothingIsLate() throws Exception {
    assertThat(figures("stroke", "text")).extracting(Figure::name).containsExactly("classes");
  }

  @Test
  void aRunOfOneClassHasNone() throws Exception {
    assertThat(figures("stroke")).isEmpty();
  }
}
