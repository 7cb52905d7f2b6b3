package org.boardbench.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.report.SyntheticMicro;
import org.boardbench.report.SyntheticRun;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.explain.Explainer;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.stored.MicroReader;
import org.boardbench.report.stored.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainedFigureTest {
  @TempDir private Path temp;
  private Path run;
  private Path micro;

  @BeforeEach
  void write() throws IOException {
    run = SyntheticRun.writeWithFloor(temp.resolve("paper-20260131-120000"), 2, 1);
    micro = SyntheticMicro.write(temp.resolve("micro-20260131-180000"));
  }

  @Test
  void hasForEachTargetAPanelOfTimesAndOneOfShares() throws Exception {
    assertThat(figure().panels())
        .extracting(panel -> panel.y().title())
        .containsExactly(
            "spring-websocket (µs/delivery)",
            "spring-stomp (µs/delivery)",
            "reference (floor) (µs/delivery)",
            "spring-websocket (% of measured)",
            "spring-stomp (% of measured)",
            "reference (floor) (% of measured)");
    assertThat(figure().columns()).isEqualTo(3);
    assertThat(figure().panels())
        .allSatisfy(panel ->
            assertThat(panel.x().names()).containsExactly("100", "300", "500", "700", "1000"));
  }

  @Test
  void stacksThePartsAndTheRestUpToWhatWasMeasured() throws Exception {
    Panel times = figure().panels().getFirst();
    // Nine parts and the rest, of the first of two repetitions.
    List<Panel.Bar> stack = times.bars().subList(0, 10);

    for (int i = 1; i < stack.size(); i++) {
      assertThat(stack.get(i).from()).isEqualTo(stack.get(i - 1).to());
    }
    assertThat(stack.getFirst().from()).isZero();
    assertThat(stack.getLast().to()).isEqualTo(totals(times).getFirst().y(), within(1e-9));
    assertThat(stack).extracting(Panel.Bar::x).containsOnly(stack.getFirst().x());
    assertThat(times.bars().get(10).x())
        .isEqualTo(stack.getFirst().x() + stack.getFirst().width(), within(1e-9));
    assertThat(stack).extracting(Panel.Bar::colour).doesNotHaveDuplicates();
  }

  @Test
  void drawsARestBelowZeroDownwardsAndLeavesThePartsAsLongAsTheyAre() throws Exception {
    Panel reference = figure().panels().get(2);
    Panel.Bar rest = reference.bars().get(2);

    assertThat(rest.from()).isZero();
    assertThat(rest.to()).isNegative().isGreaterThanOrEqualTo(reference.y().min());
    assertThat(reference.bars().get(1).to())
        .isGreaterThan(totals(reference).getFirst().y())
        .isLessThanOrEqualTo(reference.y().max());
  }

  @Test
  void drawsWhatIsInvalidHollowAndPaler() throws Exception {
    Panel stomp = figure().panels().get(1);
    List<Curve.Point> totals = totals(stomp);

    // Of spring-stomp with 1000 users the second repetition is invalid.
    assertThat(totals.getLast().hollow()).isTrue();
    assertThat(totals.get(totals.size() - 2).hollow()).isFalse();
    assertThat(stomp.bars().getLast().colour().getRed())
        .isGreaterThan(stomp.bars().getFirst().colour().getRed());
    assertThat(figure().hollow()).startsWith("invalid");
  }

  @Test
  void endsTheAxisOfSharesAtAllThatWasMeasuredUnlessThePartsCostMore() throws Exception {
    assertThat(figure().panels().get(3).y().max()).isEqualTo(100);
    assertThat(figure().panels().get(5).y().max()).isGreaterThan(100);
  }

  @Test
  void namesThePartsThatAreDrawnAndThoseThatAreNotKnown() throws Exception {
    assertThat(figure().legend())
        .extracting(curve -> curve.key().orElseThrow())
        .startsWith("frame-in", "text-in", "stomp-in", "tomcat-in", "parse", "hand-over")
        .endsWith("kernel-write", "rest", "measured");
    assertThat(figure().caption())
        .contains("micro-20260131-180000")
        .endsWith("Not known, and therefore in the rest: reference parse.");
  }

  @Test
  void saysInFigureAndCaptionThatTheMicrobenchmarksRunWasQuick() throws Exception {
    assertThat(figure().remark()).isEmpty();

    micro = SyntheticMicro.writeQuick(temp.resolve("quick"));

    assertThat(figure().remark()).contains("quick run");
    assertThat(figure().caption()).contains("quick run");
  }

  @Test
  void isNotDrawnWhenNoPartIsKnown() throws Exception {
    Path file = micro.resolve("micro.csv");
    Files.write(
        file,
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("run_id") || line.contains("MembershipBenchmark"))
            .toList());

    assertThat(ExplainedFigure.of(explanation())).isEmpty();
  }

  private static List<Curve.Point> totals(Panel panel) {
    return panel.curves().getLast().points();
  }

  private Figure figure() throws Exception {
    return ExplainedFigure.of(explanation()).orElseThrow();
  }

  private Explanation explanation() throws Exception {
    return new Explainer(RunReader.read(run), MicroReader.read(micro)).explanation();
  }
}
