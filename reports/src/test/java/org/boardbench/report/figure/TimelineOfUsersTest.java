package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figure of one trial shows, second by second, of users whose connection failed. */
class TimelineOfUsersTest {
  /** From here on this server has 700 users, drops 45 of them, and gets 33 back. */
  private static final int DROPS_FROM = 18;

  private static final String DROPS = "fastapi-workers-redis";

  @TempDir private Path temp;
  private List<Figure> figures;

  @BeforeEach
  void readRun() throws Exception {
    figures = AllFigures.of(RunReader.read(SyntheticRun.write(temp.resolve("run"), 1, 6)));
  }

  @Test
  void showsWhenUsersWereDroppedAndWhenTheyCameBack() {
    Panel users = panel(DROPS, "Users (1/s)");

    assertThat(ys(users, "disconnects").subList(DROPS_FROM, DROPS_FROM + 6))
        .containsExactly(0.0, 0.0, 0.0, 45.0, 0.0, 0.0);
    assertThat(ys(users, "reconnects").subList(DROPS_FROM, DROPS_FROM + 6))
        .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 33.0);
    assertThat(users.y().max()).isGreaterThan(45);
  }

  @Test
  void showsTheMessagesThatNobodyWasThereToTake() {
    List<Double> unserved =
        panel(DROPS, "Unserved (messages/s)").curves().getFirst().points().stream()
            .map(Curve.Point::y)
            .toList();

    assertThat(unserved.subList(0, DROPS_FROM)).containsOnly(0.0);
    assertThat(unserved.subList(DROPS_FROM, DROPS_FROM + 6)).containsOnly(22.5);
  }

  @Test
  void showsTheLossOfWhatWasOwedAboveThatOfWhatWasExpected() {
    Panel loss = panel(DROPS, "Loss (%)");
    List<Double> owed = ys(loss, "of owed");
    List<Double> expected = ys(loss, "of expected");

    assertThat(owed.get(DROPS_FROM + 1)).isGreaterThan(expected.get(DROPS_FROM + 1) + 1);
    assertThat(owed.getLast()).isLessThanOrEqualTo(100);
    assertThat(figure(DROPS).caption()).contains("of what the plan owed");
  }

  @Test
  void showsTheLossOfWhatWasExpectedInTheSecondInWhichAHoldBegins() {
    Panel loss = panel(DROPS, "Loss (%)");
    List<Double> owed = ys(loss, "of owed");

    assertThat(owed).allMatch(pct -> pct >= 0);
    assertThat(owed.get(DROPS_FROM)).isEqualTo(ys(loss, "of expected").get(DROPS_FROM));
  }

  @Test
  void showsOneLineOfLossWhereNobodyWasLostFromTheFirstSecondOn() {
    Panel loss = panel("node-ws", "Loss (%)");

    assertThat(loss.curves())
        .singleElement()
        .satisfies(curve -> {
          assertThat(curve.key()).isEmpty();
          // In the ramp nothing was owed yet, and a little of what was expected was lost.
          assertThat(curve.points().getFirst().y()).isBetween(2.39, 2.41);
        });
    assertThat(ys(panel("node-ws", "Users (1/s)"), "disconnects")).containsOnly(0.0);
  }

  @Test
  void hasNoPanelForWhatAnOlderRunDidNotMeasure() throws Exception {
    figures = AllFigures.of(RunReader.read(SyntheticRun.writeOlder(temp.resolve("older"), 1, 6)));

    assertThat(figure(DROPS).panels())
        .extracting(panel -> panel.y().title())
        .contains("Loss (%)", "CPU (% of one core)")
        .doesNotContain("Users (1/s)", "Unserved (messages/s)");
    assertThat(panel(DROPS, "Loss (%)").curves()).hasSize(1);
    assertThat(figure(DROPS).caption()).doesNotContain("owed").doesNotContain("unserved");
  }

  private Figure figure(String target) {
    return figures.stream()
        .filter(f -> f.name().equals("timeline-" + target + "-r1"))
        .findFirst()
        .orElseThrow();
  }

  private Panel panel(String target, String title) {
    return figure(target).panels().stream()
        .filter(panel -> panel.y().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> ys(Panel panel, String key) {
    return panel.curves().stream()
        .filter(curve -> curve.key().filter(key::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .points()
        .stream()
        .map(Curve.Point::y)
        .toList();
  }
}
