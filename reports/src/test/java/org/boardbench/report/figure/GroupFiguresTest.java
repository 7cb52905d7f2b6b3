package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.SyntheticSearch;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Look;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures across variants of a plan that divides them into groups. */
class GroupFiguresTest {
  private static final String FAST = "As one writes it first";

  private static final String SEARCHED =
      """
      {"name": "spring-websocket", "target": "spring-websocket", "group": "spring"},
      {"name": "spring-stomp", "target": "spring-stomp", "group": "spring"},
      {"name": "node-ws", "target": "node-ws", "group": "node"},\
      """;

  @TempDir private static Path temp;
  private static StoredRun run;
  private static List<GroupFigures> groups;

  @BeforeAll
  static void draw() throws Exception {
    run =
        RunReader.read(
            SyntheticRun.writeInGroups(temp.resolve("run"), List.of("slow", FAST), 3, 1));
    groups = FigureSet.of(run).byGroup();
  }

  @Test
  void eachGroupHasFiguresOfItsOwnThatSayWhoseTheyAre() {
    assertThat(groups).extracting(GroupFigures::title).containsExactly("slow", FAST);
    assertThat(groups.getFirst().figures())
        .extracting(Figure::name)
        .startsWith("users-overview-slow", "users-tps-slow")
        .hasSize(9);
    assertThat(groups.getLast().figures())
        .extracting(Figure::name)
        .startsWith("users-overview-as-one-writes-it-first", "users-tps-as-one-writes-it-first")
        .hasSize(9);
    assertThat(groups.getLast().figures())
        .extracting(Figure::caption)
        .allMatch(caption -> caption.startsWith("Group " + FAST + ". "));
    assertThat(FigureSet.of(run).howToRead()).contains("all groups have the same axes");
    assertThat(AllFigures.of(run)).extracting(Figure::name).doesNotHaveDuplicates();
  }

  @Test
  void aGroupsFiguresShowItsVariantsAndTheFloorOnly() {
    assertThat(keys(groups.getFirst()))
        .hasSize(7)
        .contains("fastapi-slow", "reference (floor)")
        .doesNotContain("fastapi");
    assertThat(keys(groups.getLast()))
        .hasSize(7)
        .contains("fastapi", "reference (floor)")
        .doesNotContain("fastapi-slow");
  }

  @Test
  void theSameServerHasOneLookInBothGroupsAndNoTwoOfAFigureShareOne() {
    List<Look> slow = looks(groups.getFirst());
    List<Look> fast = looks(groups.getLast());

    assertThat(slow).isEqualTo(fast).doesNotHaveDuplicates();
    assertThat(slow).extracting(Look::colour).doesNotHaveDuplicates();
    assertThat(slow).extracting(Look::glyph).doesNotHaveDuplicates();
    assertThat(slow.getLast().width()).as("the floor's").isLessThan(1);
  }

  @Test
  void theTimelineOfAVariantHasTheColourThatItHasAmongItsGroup() {
    Variants variants = Variants.of(run);

    assertThat(VariantLook.of(variants, "fastapi"))
        .isEqualTo(VariantLook.of(variants, "fastapi-slow"))
        .isNotEqualTo(VariantLook.amongAll(variants, "fastapi"));
    assertThat(VariantLook.amongAll(variants, "fastapi-slow"))
        .isNotEqualTo(VariantLook.amongAll(variants, "fastapi"));
  }

  @Test
  void bothGroupsHaveTheSameAxesSoThatTheirFiguresCompare() {
    assertThat(axes(groups.getFirst())).isEqualTo(axes(groups.getLast()));
    assertThat(groups.getFirst().figures().getFirst().panels()).hasSize(6);
  }

  @Test
  void aGroupOfWhichNothingWasMeasuredIsLeftOut() throws Exception {
    Path folder = SyntheticRun.writeInGroups(temp.resolve("part"), List.of("slow", "fast"), 1, 1);
    for (String table : List.of("trials.csv", "stages.csv", "timeline.csv", "resources.csv")) {
      Path file = folder.resolve(table);
      Files.write(
          file,
          Files.readAllLines(file).stream().filter(line -> !line.contains("-slow,")).toList());
    }

    assertThat(FigureSet.of(RunReader.read(folder)).byGroup())
        .extracting(GroupFigures::title)
        .containsExactly("fast");
  }

  @Test
  void oneGroupIsDrawnAsNone() throws Exception {
    Path folder = SyntheticRun.writeInGroups(temp.resolve("one"), List.of("all", "all"), 1, 1);
    List<GroupFigures> figures = FigureSet.of(RunReader.read(folder)).byGroup();

    assertThat(figures).hasSize(1);
    assertThat(figures.getFirst().title()).isEmpty();
    assertThat(figures.getFirst().figures().getFirst().name()).isEqualTo("users-overview");
    assertThat(figures.getFirst().figures().getFirst().caption()).startsWith("All targets by");
    assertThat(keys(figures.getFirst())).hasSize(13);
    assertThat(looks(figures.getFirst())).doesNotHaveDuplicates();
  }

  @Test
  void capacitiesAreDrawnForEachGroupOnTheSameAxes() throws Exception {
    Path folder = SyntheticSearch.write(temp.resolve("search"), 1);
    Path manifest = folder.resolve("run.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("\"spring-websocket\", \"spring-stomp\", \"node-ws\",", SEARCHED));

    List<GroupFigures> searched = FigureSet.of(RunReader.read(folder)).byGroup();

    assertThat(searched).extracting(GroupFigures::title).containsExactly("spring", "node");
    assertThat(searched.getFirst().figures())
        .extracting(Figure::name)
        .startsWith("capacity-spring", "capacity-overview-spring", "users-overview-spring");
    assertThat(keys(searched.getLast()))
        .contains("node-ws", "reference (floor)")
        .doesNotContain("spring-stomp");
    assertThat(axes(searched.getFirst()).subList(0, 4))
        .isEqualTo(axes(searched.getLast()).subList(0, 4));
  }

  private static List<String> keys(GroupFigures group) {
    return group.figures().getFirst().legend().stream()
        .flatMap(curve -> curve.key().stream())
        .toList();
  }

  private static List<Look> looks(GroupFigures group) {
    return group.figures().getFirst().legend().stream().map(Curve::look).toList();
  }

  /** Of all panels: titles and ends. */
  private static List<List<Object>> axes(GroupFigures group) {
    return group.figures().stream()
        .flatMap(figure -> figure.panels().stream())
        .map(panel ->
            List.<Object>of(
                panel.x().min(),
                panel.x().max(),
                panel.y().title(),
                panel.y().min(),
                panel.y().max()))
        .toList();
  }
}
