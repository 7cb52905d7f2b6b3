package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticFaults;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFiguresTest {
  @TempDir private Path temp;

  private List<Figure> figures(int repetitions) throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("run"), repetitions, 1);
    SyntheticFaults.add(folder, repetitions);
    return AllFigures.across(RunReader.read(folder));
  }

  private Figure recovery(int repetitions) throws Exception {
    return figures(repetitions).stream()
        .filter(figure -> figure.name().equals("recovery"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachFaultHasItsPlaceAndEachVariantItsMeanItsIntervalAndItsStartsThere() throws Exception {
    Figure recovery = recovery(3);
    Panel panel = recovery.panels().getFirst();

    assertThat(panel.x().names()).containsExactly("kill; 300 users", "cut; 500 users");
    assertThat(recovery.panels())
        .extracting(one -> one.y().title())
        .containsExactly("Recovery", "Away at most", "Missing (user-seconds)");
    assertThat(recovery.legend()).hasSize(4);
    List<Curve> starts =
        panel.curves().stream().filter(curve -> curve.points().size() == 3).toList();
    assertThat(starts).as("four variants, two faults").hasSize(4 * 2);
    assertThat(panel.curves().stream().filter(curve -> curve.look().glyph().isEmpty()))
        .as("no interval where a start is at least so much")
        .hasSize(4 * 2 - 1);
  }

  @Test
  void faultsAreToldInFullWhereTheirKindDoesNotTellThemApart() {
    assertThat(
            RecoveryFigures.inShort(List.of("slow of redis, for 10s", "kill, for 2s", "restart")))
        .containsExactly("slow of redis", "kill", "restart");

    List<String> alike = List.of("kill, for 2s", "kill, for 4s", "restart");
    assertThat(RecoveryFigures.inShort(alike)).isEqualTo(alike);
  }

  @Test
  void whatNeverRecoveredHasAnArrowThatIsExplained() throws Exception {
    Figure recovery = recovery(3);

    assertThat(recovery.panels().getFirst().curves())
        .flatExtracting(Curve::points)
        .filteredOn(Curve.Point::atLeast)
        .as("the start and the mean of " + SyntheticFaults.NEVER)
        .hasSize(2);
    assertThat(recovery.atLeast()).startsWith("at least");
    assertThat(recovery.caption()).contains("An arrow says");
  }

  @Test
  void everyPointIsWithinItsPanel() throws Exception {
    assertThat(recovery(3).panels())
        .allSatisfy(panel ->
            assertThat(panel.curves())
                .flatExtracting(Curve::points)
                .allSatisfy(point -> {
                  assertThat(point.y()).isBetween(panel.y().min(), panel.y().max());
                  assertThat(point.x()).isBetween(panel.x().min(), panel.x().max());
                }));
  }

  @Test
  void aRunInWhichNothingFailedHasNone() throws Exception {
    Path folder = SyntheticRun.write(temp.resolve("whole"), 1, 1);

    assertThat(AllFigures.across(RunReader.read(folder)))
        .extracting(Figure::name)
        .doesNotContain("recovery");
  }
}
