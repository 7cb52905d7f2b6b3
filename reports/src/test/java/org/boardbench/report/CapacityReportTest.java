package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.figure.AllFigures;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.RunReader;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.CapacityTable;
import org.boardbench.report.table.MarkdownTableText;
import org.boardbench.results.StoreException;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
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
    folder = SyntheticSearch.write(temp.resolve("capacity-20260131-120000"), 1);
    run = RunReader.read(folder);
    report = temp.resolve("report");
    new Report(run).writeTo(report);
  }

  @Test
  void thePageBeginsWithWhatEachVariantCarries() throws Exception {
    String page = Files.readString(report.resolve("index.html"));

    assertThat(page.indexOf("<h2>Capacity</h2>")).isBetween(0, page.indexOf("<h2>Results</h2>"));
    assertThat(page)
        .contains("<td>node-ws</td><td>10</td><td>1508<br><small>1434–1586</small></td>")
        .contains("at most 0.1 % of the owed deliveries lost")
        .contains("No result yet, because the search was broken off: fastapi-workers-redis.")
        .contains("tables/capacity.tex", "figures/capacity.svg", "figures/capacity-overview.svg");
    assertThat(page.lines()).noneMatch(String::isBlank);
  }

  @Test
  void aRunThatListsItsStagesSaysNothingOfCapacities() throws Exception {
    StoredRun listed = RunReader.read(SyntheticRun.write(temp.resolve("listed"), 1, 1));

    assertThat(CapacityTable.of(listed).isEmpty()).isTrue();
    assertThat(AllFigures.of(listed))
        .extracting(Figure::name)
        .noneMatch(name -> name.startsWith("capacity"));
  }

  @Test
  void theTablesHaveARowForEachVariantAndObjective() throws Exception {
    assertThat(Files.readAllLines(report.resolve("tables/capacity.csv")))
        .hasSize(1 + 6 * 3)
        .startsWith(
            "target,objective,rtt_p99_bound_ms,owed_lost_bound_pct,disconnects_bound,at_least,users,"
                + "users_low,users_high,starts,lower_users,upper_users,users_per_core,"
                + "users_per_100_mib,at_most,at_least_starts,at_most_starts")
        .contains("reference,3,250.000,0.1000,0,true,3000.0,,,1,2940,,3092.8,3750.0,false,,");
    assertThat(Files.readString(report.resolve("tables/capacity.md")))
        .contains("| Variant | RTT p99 ≤ (ms) | Users | Starts | Lower bound | Upper bound |")
        .contains("| spring-stomp | 10 |  | 0 |")
        .contains("| reference | 250 | ≥3000 | 1 | 2940 |  |");
    assertThat(Files.readAllLines(report.resolve("tables/capacity.tex")))
        .filteredOn(line -> !line.startsWith("%"))
        .anyMatch(line -> line.contains("$\\leq$"))
        .anyMatch(line -> line.contains("$\\geq$3000"))
        .noneMatch(line -> line.matches(".*[≤≥].*"));
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
    Path searched = SyntheticSearch.write(temp.resolve("two-starts"), 2);
    Path stages = searched.resolve("stages.csv");
    Files.writeString(
        stages,
        Files.readString(stages)
            .replaceAll("(?m)^(run,node-ws-r2,node-ws,2,\\d+),2,300,", "$1,7,300,"));
    List<StageGroup> ofNode =
        StageGroup.of(RunReader.read(searched)).stream()
            .filter(group -> group.target().equals("node-ws"))
            .toList();

    assertThat(ofNode).extracting(StageGroup::users).containsExactly(100, 300, 500, 700, 1000);
    assertThat(ofNode.get(1).rows()).hasSize(2);
  }

  @Test
  void theTableOfResultsHasNoStagesOfASearch() throws Exception {
    assertThat(Files.readAllLines(report.resolve("tables/results.csv")))
        .anyMatch(line -> line.startsWith("node-ws,,100,1,"));
  }

  @Test
  void aCapacityThatCannotBeRightIsRefused() throws Exception {
    Path broken = SyntheticSearch.write(temp.resolve("broken"), 1);
    Path file = broken.resolve("capacity.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("staircase", "ladder"));

    assertThatThrownBy(() -> RunReader.read(broken))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("capacity.csv, line 2, column part: must be bracket");
  }

  @Test
  void aResultThatIsAtMostAndOneThatIsUndecidedSaySo() {
    OptionalDouble none = OptionalDouble.empty();
    CapacityTable table =
        CapacityTable.of(
            withCapacities(
                result(
                    "early",
                    false,
                    new CapacityRecord.Capacity(
                        OptionalDouble.of(350), none, OptionalDouble.of(420), OptionalInt.of(5)),
                    new CapacityRecord.Censored(true, OptionalInt.of(0), OptionalInt.of(2))),
                result(
                    "disturbed",
                    true,
                    new CapacityRecord.Capacity(none, none, none, OptionalInt.of(0)),
                    new CapacityRecord.Censored(false, OptionalInt.of(5), OptionalInt.of(0)))));

    assertThat(table.summary())
        .containsExactly(
            "Most users with an RTT p99 of at most 10 ms: early ≤350 (≤420), disturbed undecided.");
    assertThat(MarkdownTableText.of(table.shown()))
        .contains("≤350", "2 at most", "| undecided |", "≤ is \"at most\"", "Undecided: ");
  }

  @Test
  void theFigureMarksAResultThatIsAtMostAndDrawsTheEndThatItHas() {
    OptionalDouble none = OptionalDouble.empty();
    StoredRun open =
        withCapacities(
            result(
                "node-ws",
                false,
                new CapacityRecord.Capacity(
                    OptionalDouble.of(350), none, OptionalDouble.of(420), OptionalInt.of(5)),
                new CapacityRecord.Censored(true, OptionalInt.of(0), OptionalInt.of(2))));

    List<Curve> curves = figure(open, "capacity").panels().getFirst().curves();

    assertThat(curves)
        .flatExtracting(Curve::points)
        .filteredOn(point -> point.label().equals("≤"))
        .extracting(Curve.Point::y)
        .containsExactly(350.0);
    assertThat(curves)
        .filteredOn(curve -> curve.look().glyph().isEmpty())
        .flatExtracting(Curve::points)
        .filteredOn(point -> !point.isGap())
        .extracting(Curve.Point::y)
        .containsExactly(350.0, 420.0);
  }

  private static StoredRun withCapacities(CapacityRecord... capacities) {
    return new StoredRun(
        run.name(),
        run.manifest(),
        run.trials(),
        run.stages(),
        List.of(),
        List.of(),
        List.of(),
        List.of(capacities),
        List.of(),
        List.of());
  }

  private static CapacityRecord result(
      String target,
      boolean isAtLeast,
      CapacityRecord.Capacity capacity,
      CapacityRecord.Censored censored) {
    return new CapacityRecord(
        "run",
        target,
        Optional.empty(),
        CapacityPart.RESULT,
        new CapacityRecord.Objective(1, 10, 0.1, 0),
        OptionalInt.empty(),
        OptionalInt.empty(),
        isAtLeast,
        capacity,
        CapacityRecord.Density.NONE,
        censored);
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
    return figure(run, name);
  }

  private static Figure figure(StoredRun of, String name) {
    return AllFigures.across(of).stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
