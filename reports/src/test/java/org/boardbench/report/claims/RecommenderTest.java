package org.boardbench.report.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.results.column.StageCosts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;

class RecommenderTest {
  private final ClaimScene scene = new ClaimScene();

  @Test
  void theLeastOfAFigureIsTakenAmongThoseThatKeepTheirLimits() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 500, 510, 520);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 50, 51, 52);
    scene.measured("c", 100, StageTimes.RTT_P99_MS, 20, 21, 22);

    Recommendation one =
        need(
            "rule: least, figure: rtt_p99_ms, users: [100], keep: { rtt_p99_ms: 100 }, paper: [b]");

    assertThat(one.recommended()).containsExactly("c");
    assertThat(one.candidates())
        .extracting(Recommendation.Candidate::variant)
        .containsExactly("c", "b");
    assertThat(one.isSure()).isTrue();
    assertThat(one.agreement()).isEqualTo("not the paper's");
  }

  @Test
  void whatNobodyCanTellApartIsTakenTogether() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 60, 70, 65);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 64, 72, 68);
    scene.measured("c", 100, StageCosts.MEMORY_MAX_MIB, 400, 410, 420);

    Recommendation one = need("rule: least, figure: memory_max_mib, users: [100], paper: [a]");

    assertThat(one.recommended()).containsExactly("a", "b");
    assertThat(one.isSure()).isFalse();
    assertThat(one.agreement()).isEqualTo("the paper's, and others");
  }

  @Test
  void allThatHaveNothingOfItAreTakenTogetherAndNobodyIsSureOfWhatHasNoRatio() throws Exception {
    scene.measured("a", 100, StageCosts.COMPANION_CPU_MEAN_PCT, 0, 0, 0);
    scene.measured("b", 100, StageCosts.COMPANION_CPU_MEAN_PCT, 0, 0, 0);
    scene.measured("c", 100, StageCosts.COMPANION_CPU_MEAN_PCT, 40, 41, 42);

    Recommendation one = need("rule: least, figure: companion_cpu_mean_pct, users: [100]");

    assertThat(one.recommended()).containsExactly("a", "b");
    assertThat(one.isSure()).isFalse();
  }

  @Test
  void oneStartRecommendsWithoutBeingSure() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 60);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 400);

    Recommendation one = need("rule: least, figure: memory_max_mib, users: [100], paper: [a]");

    assertThat(one.recommended()).containsExactly("a");
    assertThat(one.isSure()).isFalse();
    assertThat(one.agreement()).isEqualTo("as the paper");
  }

  @Test
  void mostUsersAreThoseUpToWhichEveryLoadIsKept() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("a", 500, StageTimes.RTT_P99_MS, 900, 900, 900);
    scene.measured("a", 1000, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("b", 500, StageTimes.RTT_P99_MS, 6, 6, 6);
    scene.measured("b", 1000, StageTimes.RTT_P99_MS, 900, 900, 900);

    Recommendation one = need("rule: most-users, keep: { rtt_p99_ms: 100 }");

    assertThat(one.recommended()).containsExactly("b");
    assertThat(one.candidates())
        .extracting(candidate -> candidate.value().getAsDouble())
        .containsExactly(500.0, 100.0);
    assertThat(one.isSure()).isTrue();
    assertThat(one.agreement()).isEmpty();
  }

  @Test
  void mostUsersAreThoseThatMostStartsKeep() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("a", 500, StageTimes.RTT_P99_MS, 5, 900, 900);

    Recommendation one = need("rule: most-users, keep: { rtt_p99_ms: 100 }");

    assertThat(one.candidates().getFirst().value()).hasValue(100);
  }

  @Test
  void aDifferenceThatDoesNotCountIsNoReasonToTakeOne() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 10, 10.001, 10.002);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 10.2, 10.201, 10.202);

    assertThat(need("rule: least, figure: rtt_p99_ms, users: [100]").recommended())
        .containsExactly("a", "b");
    assertThat(need("rule: least, figure: rtt_p99_ms, users: [100], counts: 1").recommended())
        .containsExactly("a");
  }

  @Test
  void enoughAreAllThatKeepTheirLimitsAtTheLoads() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 6, 6, 900);
    scene.measured("c", 100, StageTimes.RTT_P99_MS, 900, 900, 900);

    Recommendation one = need("rule: enough, users: [100], keep: { rtt_p99_ms: 100 }, paper: [c]");

    assertThat(one.recommended()).containsExactly("a", "b");
    assertThat(one.isSure()).as("one start of b did not").isFalse();
    assertThat(one.agreement()).isEqualTo("not the paper's");
  }

  @Test
  void aVariantWithoutValidRowsIsNeitherTakenNorLeftOutInSilence() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.row(StageBuilder.row("b", 1, 100).with(StageTimes.RTT_P99_MS, 1).invalid());
    scene.measured("c", 100, StageTimes.RTT_P99_MS, 900, 900, 900);

    for (String rule :
        List.of("enough, users: [100]", "least, figure: rtt_p99_ms, users: [100]", "most-users")) {
      Recommendation one = need("rule: " + rule + ", keep: { rtt_p99_ms: 100 }");

      assertThat(one.recommended()).as(rule).containsExactly("a");
      assertThat(one.unknown()).as(rule).containsExactly("b");
    }
  }

  @Test
  void nobodySaysThatItIsNotThePapersWhereThatHasNoValidRow() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.row(StageBuilder.row("b", 1, 100).with(StageTimes.RTT_P99_MS, 1).invalid());

    assertThat(need("rule: least, figure: rtt_p99_ms, users: [100], paper: [b]").agreement())
        .isEqualTo("the paper's is not known");
  }

  @Test
  void mostUsersOfALoadThatWasTheGreatestAreALowerBound() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5);
    scene.measured("a", 500, StageTimes.RTT_P99_MS, 5);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 5);
    scene.measured("b", 500, StageTimes.RTT_P99_MS, 900);

    assertThat(need("rule: most-users, keep: { rtt_p99_ms: 100 }").candidates())
        .extracting(Recommendation.Candidate::isAtLeast)
        .containsExactly(true, false);
  }

  /** The floor says that equal servers differ by more than these two do. */
  @Test
  void whatTheMachineMakesOfNothingIsNoReasonToTakeOne() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 10, 10.1, 10.2);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 12, 12.1, 12.2);
    String rule = "rule: least, figure: rtt_p99_ms, users: [100]";
    assertThat(need(rule).recommended()).containsExactly("a");

    scene.noise(StageTimes.RTT_P99_MS, 1, 1.2, 1, 1.2, 1);

    assertThat(need(rule).recommended()).containsExactly("a", "b");
  }

  @Test
  void whereGreaterLoadsAreInvalidNobodyKnowsHowManyUsersItCarries() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    for (int start = 1; start <= 3; start++) {
      scene.row(StageBuilder.row("a", start, 500).with(StageTimes.RTT_P99_MS, 5).invalid());
    }
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("b", 500, StageTimes.RTT_P99_MS, 6, 6, 6);

    Recommendation one = need("rule: most-users, keep: { rtt_p99_ms: 100 }");

    assertThat(one.recommended()).containsExactly("b");
    assertThat(one.candidates())
        .extracting(Recommendation.Candidate::isAtLeast)
        .as("a may carry more, too")
        .containsExactly(true, true);
    assertThat(one.isSure()).isFalse();
  }

  @Test
  void whereALoadBelowTheFirstBrokenOneIsInvalidItIsAtLeastTheOneBelow() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    for (int start = 1; start <= 3; start++) {
      scene.row(StageBuilder.row("a", start, 500).with(StageTimes.RTT_P99_MS, 5).invalid());
    }
    scene.measured("a", 1000, StageTimes.RTT_P99_MS, 900, 900, 900);

    var candidate = need("rule: most-users, keep: { rtt_p99_ms: 100 }").candidates().getFirst();

    assertThat(candidate.value()).hasValue(100);
    assertThat(candidate.isAtLeast()).isTrue();
  }

  @Test
  void aServerThatEndedUnderALoadDidNotKeepIt() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.ended("a", 1, 500).ended("a", 2, 500).ended("a", 3, 500);
    scene.measured("b", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.measured("b", 500, StageTimes.RTT_P99_MS, 6, 6, 6);

    Recommendation most = need("rule: most-users, keep: { rtt_p99_ms: 100 }");
    Recommendation enough = need("rule: enough, users: [100, 500], keep: { rtt_p99_ms: 100 }");
    Recommendation before = need("rule: enough, users: [100], keep: { rtt_p99_ms: 100 }");

    assertThat(most.candidates())
        .extracting(Recommendation.Candidate::isAtLeast)
        .containsExactly(true, false);
    assertThat(most.isSure()).isTrue();
    assertThat(enough.recommended()).containsExactly("b");
    assertThat(enough.unknown()).as("a is known").doesNotContain("a");
    assertThat(enough.isSure()).isTrue();
    assertThat(before.recommended()).containsExactly("a", "b");
  }

  @Test
  void aLoadUnderWhichAllServersEndedIsABoundWithoutAnyRow() throws Exception {
    scene.measured("a", 100, StageTimes.RTT_P99_MS, 5, 5, 5);
    scene.ended("a", 1, 500).ended("a", 2, 500).ended("a", 3, 500);

    var candidate = need("rule: most-users, keep: { rtt_p99_ms: 100 }").candidates().getFirst();

    assertThat(candidate.value()).hasValue(100);
    assertThat(candidate.isAtLeast()).isFalse();
  }

  /** By itself each of the others is more by what counts at 95 %, and not at 97.5 %. */
  @Test
  void theLeastOfSeveralIsTakenAloneOnlyWhereAllComparisonsTogetherAreSure() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 10, 11, 12);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 13.5, 14.85, 16.2);
    String rule = "rule: least, figure: memory_max_mib, users: [100]";
    assertThat(need(rule).recommended()).containsExactly("a");

    scene.measured("c", 100, StageCosts.MEMORY_MAX_MIB, 13.5, 14.85, 16.2);

    assertThat(need(rule).recommended()).containsExactly("a", "b", "c");
  }

  @Test
  void aRunThatChoseItsEndByItsValuesTakesOneAloneByItsOwnConfidence() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 10, 11, 12);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 13.5, 14.85, 16.2);
    scene.confidence(0.99);

    assertThat(need("rule: least, figure: memory_max_mib, users: [100]").recommended())
        .containsExactly("a", "b");
  }

  @Test
  void aLeastThatMayBeMoreIsNotTakenAlone() throws Exception {
    for (int start = 1; start <= 3; start++) {
      scene.row(
          StageBuilder.row("a", start, 100)
              .with(StageTimes.RTT_MEAN_MS, 10)
              .with(StageExtras.RTT_COVERAGE_PCT, 60));
    }
    scene.measured("b", 100, StageTimes.RTT_MEAN_MS, 20, 21, 22);

    Recommendation one = need("rule: least, figure: rtt_mean_ms, users: [100]");

    assertThat(one.recommended()).containsExactly("a", "b");
    assertThat(one.isSure()).isFalse();
  }

  @Test
  void aVariantThatDidNotMeasureTheFigureIsNotLeftOutInSilence() throws Exception {
    scene.measured("a", 100, StageCosts.MEMORY_MAX_MIB, 10, 10.1, 10.2);
    scene.measured("b", 100, StageCosts.MEMORY_MAX_MIB, 90, 91, 92);
    scene.measured("c", 100, StageTimes.RTT_P99_MS, 5, 5, 5);

    Recommendation one = need("rule: least, figure: memory_max_mib, users: [100]");

    assertThat(one.recommended()).containsExactly("a");
    assertThat(one.unknown()).containsExactly("c");
    assertThat(one.isSure()).isFalse();
  }

  private Recommendation need(String rule) throws Exception {
    return scene
        .judged(
            """
            variants: [a, b, c]
            claims:
              - { id: "1", says: any, all: [{ bound: { figure: tps, of: a, above: 0 } }] }
            recommendations:
              - { need: something, %s }
            """
                .formatted(rule))
        .main()
        .recommendations()
        .getFirst();
  }
}
