package org.boardbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.boardbench.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureComparingTest {
  private static ComparedFigure compared(ComparedRun base, ComparedRun run) throws Exception {
    Question question = new Question(List.of(SideBuilder.RTT_P95), 0.05, List.of());
    return Comparison.of(base, run, question, false).figures().getFirst();
  }

  /** Three starts that do not differ at all would else leave no doubt. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatMessagesLeaveOpenStaysOpenWhateverTheSeeds(long seedOfRun) throws Exception {
    ComparedFigure figure =
        compared(
            new SideBuilder(1).open(100, 10, 1.1).build(),
            new SideBuilder(seedOfRun).open(100, 11, 1.1).build());

    double half = Math.log(1.1) * Math.sqrt(2.0 / 3);
    Interval interval = figure.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(1.1 * Math.exp(-half), within(1e-6));
    assertThat(interval.high()).isCloseTo(1.1 * Math.exp(half), within(1e-6));
    assertThat(figure.p().orElseThrow()).isCloseTo(0.0164, within(1e-4));
  }

  /** p = 0.011. */
  @Test
  void theRunThatIsToBeSurerDecidesHowSureTheComparisonIs() throws Exception {
    SideBuilder base = new SideBuilder(1).load(100, 2.0, 2.1, 1.9);
    SideBuilder run = new SideBuilder(2).load(100, 2.4, 2.52, 2.28);
    assertThat(compared(base.build(), run.build()).state()).isEqualTo(ComparedFigure.State.CHANGED);

    for (boolean isBase : new boolean[] {true, false}) {
      ComparedRun left =
          new SideBuilder(1).load(100, 2.0, 2.1, 1.9).confidence(isBase ? 0.99 : 0.95).build();
      ComparedRun right =
          new SideBuilder(2).load(100, 2.4, 2.52, 2.28).confidence(isBase ? 0.95 : 0.99).build();

      ComparedFigure figure = compared(left, right);

      assertThat(figure.state()).isEqualTo(ComparedFigure.State.UNKNOWN);
      assertThat(figure.interval().orElseThrow().confidence()).isEqualTo(0.99);
      assertThat(figure.interval().orElseThrow().contains(1)).isTrue();
    }
  }
}
