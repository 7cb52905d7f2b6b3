package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.report.SyntheticClasses;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures across targets of a run whose stages differ in more than their users. */
class LoadAxisTest {
  private static final String STAGES =
      """
      {"formatVersion": 1, "plan": {"stages": [{"users": 100}, {"users": 300, "faults": [{"kind": "kill"}]},
       {"users": 500, "scenario": {"all": {"behaviour": "strokes"}}}, {"users": 700}, {"users": 1000}]}}
      """;
  private static final List<String> NAMES =
      List.of("steady, 100 users", "kill", "strokes", "steady, 700 users", "steady, 1000 users");

  @TempDir private static Path temp;
  private static StoredRun run;
  private static List<Figure> figures;

  @BeforeAll
  static void draw() throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("run"), 3, 1);
    SyntheticClasses.add(folder, List.of("stroke", "cursor"));
    Files.writeString(folder.resolve("run.json"), STAGES);
    run = RunReader.read(folder);
    figures = FigureSet.of(run).byGroup().getFirst().figures();
  }

  @Test
  void everyStageHasAPlaceOfItsOwnWithItsName() {
    assertThat(figures)
        .extracting(Figure::name)
        .startsWith("stages-overview", "stages-tps")
        .contains("classes", "classes-late")
        .noneMatch(name -> name.startsWith("users-"));
    assertThat(panels())
        .allSatisfy(panel -> {
          assertThat(panel.x().names()).isEqualTo(NAMES);
          assertThat(panel.bands()).hasSize(NAMES.size());
        });
    assertThat(figures.getFirst().caption()).isEqualTo("All targets in each stage of the plan.");
    assertThat(FigureSet.of(run).howToRead())
        .startsWith("Large points are the estimates")
        .endsWith(" Users: kill: 300; strokes: 500.");
  }

  @Test
  void targetsAreSideBySideInTheirStageAndNoLineLeadsToTheNext() {
    assertThat(panels())
        .allSatisfy(panel ->
            assertThat(panel.curves())
                .filteredOn(curve -> curve.look().glyph().isPresent())
                .isNotEmpty()
                .allSatisfy(curve -> assertThat(curve.look().width()).isZero()));
    List<Curve> curves = panels().findFirst().orElseThrow().curves();
    assertThat(curves.getLast().points().getFirst().x()).isBetween(1.1, 1.5);
    assertThat(curves.getLast().points().getLast().x()).isBetween(5.1, 5.5);
  }

  private static Stream<Panel> panels() {
    return figures.stream().flatMap(figure -> figure.panels().stream());
  }
}
