package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityReportTest {
  @TempDir private static Path temp;
  private static Path folder;
  private static StoredRun run;
  private static Path report;

  @BeforeAll
  static void writeReport() throws Exception {
    folder = SyntheticSearch.write(temp.resolve("capacity-20260131-120000"));
    run = RunReader.read(folder);
    report = temp.resolve("report");
    new Report(run).writeTo(report);
  }

  @Test
  void thePageBeginsWithWhatEachVariantCarries() throws Exception {
    String page = Files.readString(report.resolve("index.html"));

    assertThat(page.indexOf("<h2>Capacity</h2>")).isBetween(0, page.indexOf("<h2>Results</h2>"));
    assertThat(page)
        .contains("<td>node-ws</td><td>10</td><td>1499<br><small>1403–1602</small></td>")
        .contains("at most 0.1 % of the owed deliveries lost")
        .contains("No result yet, because the search was broken off: fastapi-workers-redis.")
        .contains("tables/capacity.tex", "figures/capacity.svg", "figures/capacity-overview.svg");
    assertThat(page.lines()).noneMatch(String::isBlank);
  }

  @Test
  void aRunThatListsItsStagesSaysNothingOfCapacities() throws Exception {
    StoredRun listed = RunReader.read(SyntheticRun.write(temp.resolve("listed"), 1, 1));
    Path page = temp.resolve("of-listed");
    new Report(listed).writeTo(page);

    assertThat(page.resolve("index.html")).content().doesNotContain("<h2>Capacity</h2>");
    assertThat(page.resolve("tables/capacity.csv")).doesNotExist();
    assertThat(page.resolve("figures/capacity.png")).doesNotExist();
  }

  @Test
  void theTablesHaveARowForEachVariantAndObjective() throws Exception {
    assertThat(Files.readAllLines(report.resolve("tables/capacity.csv")))
        .hasSize(1 + 6 * 3)
        .startsWith(
            "target,objective,rtt_p99_bound_ms,owed_lost_bound_pct,disconnects_bound,at_least,users,"
                + "users_low,users_high,starts,lower_users,upper_users,users_per_core,"
                + "users_per_100_mib")
        .contains("reference,3,250.000,0.1000,0,true,3000.0,,,1,2940,,3092.8,3750.0");
    assertThat(Files.readString(report.resolve("tables/capacity.md")))
        .contains("| Target | RTT p99 ≤ (ms) | Users | Starts | Lower bound | Upper bound |")
        .contains("| spring-stomp | 10 |  | 0 |")
        .contains("| reference | 250 | ≥3000 | 1 | 2940 |  |");
    assertThat(Files.readString(report.resolve("tables/capacity.tex")))
        .contains("$\\leq$", "$\\geq$3000")
        .doesNotContain("≤", "≥");
  }

  @Test
  void theFigureHasMeanIntervalAndEachStartOfEveryVariant() {
    Panel users = figure("capacity").panels().getFirst();

    assertThat(users.x().names()).containsExactly("10", "50", "250");
    List<Curve> ofNode = curvesAt(users, 1500 * 0.9, 1500 * 1.1);
    assertThat(ofNode.stream().filter(curve -> curve.look().glyph().isEmpty()))
        .as("interval")
        .hasSize(1);
    assertThat(
            ofNode.stream()
                .filter(curve -> curve.look().glyph().isPresent() && curve.look().width() == 0)
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.x() < 1.5))
        .as("starts")
        .hasSize(5);
    assertThat(users.curves())
        .flatExtracting(Curve::points)
        .filteredOn(Curve.Point::atLeast)
        .as("the reference's")
        .extracting(Curve.Point::y)
        .containsOnly(3000.0)
        .hasSize(3);
    assertThat(figure("capacity").atLeast()).isNotEmpty();
  }

  @Test
  void theWideFigureHasUsersByWhatTheyCostToo() {
    assertThat(figure("capacity-overview").panels())
        .extracting(panel -> panel.y().title())
        .containsExactly("Users", "Users per core", "Users per 100 MiB");
  }

  @Test
  void rowsOfASearchAreGroupedByUsersWhateverTheirPlaceInAStart() throws Exception {
    Path stages = folder.resolve("stages.csv");
    String text = Files.readString(stages);
    try {
      Files.writeString(
          stages, text.replaceAll("(?m)^(run,node-ws-r2,node-ws,2,\\d+),2,300,", "$1,7,300,"));
      StoredRun moved = RunReader.read(folder);

      assertThat(StageGroup.of(moved).stream().filter(group -> group.target().equals("node-ws")))
          .extracting(StageGroup::users)
          .containsExactly(100, 300, 500, 700, 1000);
      assertThat(
              StageGroup.of(moved).stream()
                  .filter(group -> group.target().equals("node-ws") && group.users() == 300)
                  .flatMap(group -> group.rows().stream()))
          .hasSize(2);
    } finally {
      Files.writeString(stages, text);
    }
  }

  @Test
  void theTableOfResultsHasNoStagesOfASearch() throws Exception {
    assertThat(Files.readAllLines(report.resolve("tables/results.csv")))
        .anyMatch(line -> line.startsWith("node-ws,,100,2,"));
  }

  @Test
  void aCapacityThatCannotBeRightIsRefused() throws Exception {
    Path broken = SyntheticSearch.write(temp.resolve("broken"));
    Path file = broken.resolve("capacity.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("staircase", "ladder"));

    assertThatThrownBy(() -> RunReader.read(broken))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("capacity.csv, line 2, column part: must be bracket");
  }

  private static List<Curve> curvesAt(Panel panel, double least, double most) {
    return panel.curves().stream()
        .filter(curve ->
            curve.points().stream()
                .filter(point -> point.x() < 1.5 && !point.isGap())
                .anyMatch(point -> point.y() > least && point.y() < most))
        .toList();
  }

  private static Figure figure(String name) {
    return FigureSet.of(run).stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
