package org.boardbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.boardbench.findings.threshold.Judgement;
import org.boardbench.input.Problems;
import org.boardbench.report.comparison.ComparedFigure.State;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;

class FailJudgeTest {
  private static final double[] BASE = {2.0, 2.1, 1.9};

  /** All loads are alike but the first, which has so many times as much. */
  private static SideBuilder side(long seed, int loads, double factorOfFirst) {
    SideBuilder side = new SideBuilder(seed);
    for (int load = 1; load <= loads; load++) {
      side.load(100 * load, times(BASE, load == 1 ? factorOfFirst : 1));
    }
    return side;
  }

  private static double[] times(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static List<FailCondition> conditions(String text) throws Exception {
    Problems problems = new Problems();
    List<FailCondition> conditions = FailCondition.parse(text, problems);
    problems.throwIfAny();
    return conditions;
  }

  private static Comparison comparison(ComparedRun base, ComparedRun run, String conditions)
      throws Exception {
    Question question = new Question(List.of(SideBuilder.RTT_P95), 0.05, conditions(conditions));
    return Comparison.of(base, run, question, false);
  }

  private static JudgedCondition first(ComparedRun base, ComparedRun run) throws Exception {
    Comparison comparison = comparison(base, run, "rtt_p95_ms>1%");
    return new FailJudge(comparison, conditions("rtt_p95_ms>1%")).judge().getFirst();
  }

  @Test
  void aConditionIsBrokenByAWorseIntervalAlone() throws Exception {
    assertThat(first(side(1, 1, 1).build(), side(2, 1, 1.2).build()).judgement())
        .isEqualTo(Judgement.BROKEN);
  }

  @Test
  void whatTheMachineMakesOfNothingBreaksNoCondition() throws Exception {
    NoiseFloor noisy = new NoiseFloor(0.2, 7);

    JudgedCondition judged =
        first(side(1, 1, 1).floor(noisy).build(), side(2, 1, 1.2).floor(noisy).build());

    assertThat(judged.judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judged.words()).contains(", needs n = ");
  }

  @Test
  void aConditionThatIsBrokenAloneIsNotAmongManyAsTheTableSays() throws Exception {
    JudgedCondition judged = first(side(1, 20, 1).build(), side(2, 20, 1.2).build());

    assertThat(judged.judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judged.words())
        .contains("broken by itself, among 20 comparisons p = ", ", needs n = ");
  }

  @Test
  void aConditionIsAsSureAsTheRunThatIsToBeSurer() throws Exception {
    JudgedCondition judged = first(side(1, 1, 1).confidence(0.99).build(), side(2, 1, 1.2).build());

    assertThat(judged.judgement()).isEqualTo(Judgement.NOT_DECIDED);
    assertThat(judged.words()).contains("(99 % interval ");
  }

  @Test
  void whoFailsAtOnePercentDoesNotTakeThreeForNone() throws Exception {
    ComparedRun base = new SideBuilder(1).load(100, 2.0, 2.001, 1.999).build();
    ComparedRun run = new SideBuilder(2).load(100, 2.06, 2.061, 2.059).build();

    assertThat(comparison(base, run, "tps>1%").figures().getFirst().words())
        .isEqualTo("no difference larger than 5 %");
    assertThat(comparison(base, run, "rtt_p95_ms>1%").figures().getFirst().words())
        .isEqualTo("slower");
  }

  /** Noisy tables of all kinds, always the same ones. */
  @Test
  void noConditionIsBrokenWhoseFigureTheTableDoesNotCallChanged() throws Exception {
    Random random = new Random(3);
    String asked = "rtt_p95_ms>1%,rtt_p95_ms>5%,rtt_p95_ms>20%";
    int broken = 0;
    for (int table = 0; table < 60; table++) {
      SideBuilder base = new SideBuilder(1);
      SideBuilder run = new SideBuilder(2);
      for (int load = 1; load <= 8; load++) {
        double spread = 0.01 + 0.1 * random.nextDouble();
        double factor = 1 + 0.4 * random.nextDouble();
        base.load(load, starts(random, spread, 1));
        run.load(load, starts(random, spread, factor));
      }
      if (table % 2 == 0) {
        base.floor(new NoiseFloor(0.05, 7));
        run.floor(new NoiseFloor(0.05, 7));
      }
      Comparison comparison = comparison(base.build(), run.build(), asked);
      for (JudgedCondition judged : new FailJudge(comparison, conditions(asked)).judge()) {
        if (judged.judgement() == Judgement.BROKEN) {
          broken++;
          assertThat(state(comparison, judged.place())).isEqualTo(State.CHANGED);
        }
      }
    }

    assertThat(broken).isGreaterThan(50);
  }

  private static double[] starts(Random random, double spread, double factor) {
    return random.doubles(4).map(_ -> factor * Math.exp(spread * random.nextGaussian())).toArray();
  }

  private static State state(Comparison comparison, String place) {
    return comparison.figures().stream()
        .filter(one -> place.equals("zoo at " + one.users() + " users"))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
