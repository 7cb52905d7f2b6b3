package org.boardbench.report.claims.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.report.claims.Claim;
import org.boardbench.report.claims.ClaimsFile;
import org.junit.jupiter.api.Test;

class ClaimsReaderTest {
  private static final Path EXPERIMENTS = Path.of("../bench/experiments");
  private static final Path PAPER = EXPERIMENTS.resolve("paper.claims.yaml");

  @Test
  void thePapersNineClaimsItsTableAndItsGuidelineCanBeRead() throws Exception {
    ClaimsFile paper = ClaimsReader.read(PAPER);

    assertThat(paper.claims())
        .extracting(Claim::id)
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(paper.claims()).allSatisfy(claim -> assertThat(claim.section()).isNotEmpty());
    assertThat(paper.stated()).hasSizeGreaterThan(50);
    assertThat(paper.needs()).hasSize(6).allSatisfy(need -> assertThat(need.paper()).isNotEmpty());
  }

  @Test
  void whatThePaperClaimsOfScalingOutKeepsThePapersNumbers() throws Exception {
    ClaimsFile scaling = ClaimsReader.read(EXPERIMENTS.resolve("scale-out.claims.yaml"));

    assertThat(scaling.claims())
        .extracting(Claim::id, Claim::section)
        .isSubsetOf(
            ClaimsReader.read(PAPER).claims().stream()
                .map(claim -> tuple(claim.id(), claim.section()))
                .toList());
  }

  @Test
  void unknownNamesAreProblemsThatSayWhatIsAllowed() {
    assertThat(problemsOf("bound: { figure: rtt_p96_ms, of: a, below: 1 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].bound.figure: must be a measured column of stages.csv, or one"
                + " / another, was rtt_p96_ms; did you mean rtt_p95_ms?");
    assertThat(problemsOf("bound: { figure: target, of: a, below: 1 }").getFirst())
        .contains("must be a measured column of stages.csv");
    assertThat(problemsOf("bound: { figure: tps, of: aa, below: 1 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].bound.of: must be one of variants, a, b, was aa; did you mean"
                + " a?");
    assertThat(problemsOf("bound: { figure: tps, of: a, user: [1], below: 1 }"))
        .containsExactly("f.yaml: claims[1].all[1].bound.user: unknown key; did you mean users?");
    assertThat(problemsOf("bond: { figure: tps, of: a, below: 1 }"))
        .containsExactly("f.yaml: claims[1].all[1].bond: unknown key; did you mean bound?");
    assertThat(problemsOf(""))
        .containsExactly(
            "f.yaml: claims[1].all[1]: must be one of ratio, rank, trend, bound, knee, effect"
                + " or order");
  }

  @Test
  void anOrderNeedsTwoOccasionsTwoVariantsAndOneBound() {
    assertThat(problemsOf("order: { figure: tps, users: [100], is: same }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].order.to-users: or to-stage must be there, one of the two");
    assertThat(problemsOf("order: { figure: tps, users: [100], stage: 1, to-stage: 2, is: same }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].order.users: or stage must be there, one of the two");
    assertThat(problemsOf("order: { figure: tps, stage: 2, to-stage: 2, is: same }"))
        .containsExactly("f.yaml: claims[1].all[1].order.to-stage: must not be the same as stage");
    assertThat(problemsOf("order: { figure: tps, stage: 1, to-stage: 2 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].order.is: or tau-above must be there, one of the two");
    assertThat(problemsOf("order: { figure: tps, stage: 1, to-stage: 2, tau-above: 1 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].order.tau-above: must be a number from 0 to 0.99, was 1");
    assertThat(problemsOf("order: { figure: tps, among: [a], stage: 1, to-stage: 2, is: same }"))
        .containsExactly("f.yaml: claims[1].all[1].order.among: must name two variants at least");
  }

  @Test
  void aRegionIsNeededAndMustNotBeEmptyOrTwofold() {
    assertThat(problemsOf("bound: { figure: tps, of: a }"))
        .containsExactly("f.yaml: claims[1].all[1].bound.below: is missing, and so is above");
    assertThat(problemsOf("bound: { figure: tps, of: a, above: 3, below: 2 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].bound.below: must be more than above, 3.0, was 2.0");
    assertThat(problemsOf("ratio: { figure: tps, of: a, to: b, is: less, below: 2 }"))
        .containsExactly("f.yaml: claims[1].all[1].ratio.below: cannot go with is");
    assertThat(problemsOf("ratio: { figure: tps, of: a, to: b, is: fewer }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].ratio.is: must be less, more or same, was fewer");
    assertThat(problemsOf("ratio: { figure: tps, of: a, to: a, is: less }"))
        .containsExactly("f.yaml: claims[1].all[1].ratio.to: must not be the same as of");
  }

  @Test
  void numbersHaveBounds() {
    assertThat(problemsOf("bound: { figure: tps, of: a, users: [0], below: some }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].bound.users: must be a whole number from 1 to 1000000, was 0",
            "f.yaml: claims[1].all[1].bound.below: must be a number from 0 to 1000000000, was some");
    assertThat(problemsOf("rank: { figure: tps, of: a, is: most, counts: 0 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].rank.counts: must be a number from 0.1 to 1000, was 0");
    assertThat(problemsOf("trend: { figure: tps, of: a, along: users, users: [5], within: 1 }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].trend.users: must be at least two loads, was one");
    assertThat(problemsOf("knee: { figure: tps, of: a, good-above: 1, from: 7, to: 5 }"))
        .containsExactly("f.yaml: claims[1].all[1].knee.to: must be at least from, 7, was 5");
  }

  @Test
  void anEffectIsOfTwoVariantsAndStandsBesideNoClaim() {
    assertThat(problemsOf("effect: { figure: tps, of: a, against: a }"))
        .containsExactly("f.yaml: claims[1].all[1].effect.against: must not be the same as of");
    assertThat(problemsOf("effect: { figure: tps, of: a, better: fewer }"))
        .containsExactly(
            "f.yaml: claims[1].all[1].effect.against: is missing",
            "f.yaml: claims[1].all[1].effect.better: must be less or more, was fewer");
    assertThat(problemsOf("effect: { figure: tps, of: a, against: b, is: more }").getFirst())
        .startsWith("f.yaml: claims[1].all[1].effect.is: unknown key");
    assertThat(
            problems(
                """
                variants: [a, b]
                claims:
                  - id: "1"
                    says: it is so
                    all:
                      - effect: { figure: tps, of: a, against: b }
                      - bound: { figure: tps, of: a, above: 1 }
                """))
        .containsExactly("f.yaml: claims[1].all: must be effects alone, or none");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(
            problems(
                """
                variants: [a]
                counts: much
                claims:
                  - { id: x, says: it, all: [{ bound: { figure: tps, of: a, below: 1 } }] }
                  - { id: x, says: " ", all: [] }
                stated:
                  - { figure: tps, of: a, says: 5..4 }
                recommendations:
                  - { need: n, rule: most, figure: tps }
                """))
        .containsExactly(
            "f.yaml: counts: must be a number from 0.1 to 1000, was much",
            "f.yaml: claims[2].id: must be unique, was x before",
            "f.yaml: claims[2].says: must not be empty",
            "f.yaml: claims[2].all: at least one statement is needed, was none",
            "f.yaml: stated[1].says: must be a number or a range, written like 400..450, was 5..4",
            "f.yaml: recommendations[1].rule: must be enough, least or most-users, was most",
            "f.yaml: recommendations[1].figure: goes with the rule least only");
  }

  @Test
  void whatIsNoFileOfClaimsIsSaidInOneLine() {
    assertThat(problems("- a")).containsExactly("f.yaml: must be a map of keys, was a list");
    assertThat(problems("")).containsExactly("f.yaml: is empty");
    assertThat(problems("variants: [a")).hasSize(1);
    assertThat(problems("variants: [a, b]"))
        .containsExactly("f.yaml: claims: at least one claim is needed, was none");
  }

  private static List<String> problemsOf(String statement) {
    return problems(
        """
        variants: [a, b]
        claims:
          - { id: "1", says: it is so, all: [{ %s }] }
        """
            .formatted(statement));
  }

  private static List<String> problems(String yaml) {
    InputException thrown =
        catchThrowableOfType(InputException.class, () -> ClaimsReader.read("f.yaml", yaml));
    return thrown.problems().stream().map(Problem::toString).toList();
  }
}
