package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.boardbench.report.SyntheticStarts;
import org.junit.jupiter.api.Test;

/** What a comparison says. */
class CompareCommandTest extends CompareScene {
  @Test
  void nothingOfARunBesideItselfHasChanged() {
    assertThat(compare(base, "--fail-on", "rtt_p95_ms>10%,tps>1%,loss_pct>0.1")).isZero();

    assertThat(out.toString())
        .contains("BASE and RUN are one run.")
        .contains("0 changed, 3 unchanged, 0 unknown of 3 figures")
        .contains("3 of 3 conditions hold.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aRunOfTwoStartsBesideItselfHasNotChangedEither() throws Exception {
    base =
        new SyntheticStarts("few")
            .figure("zoo", 100, "rtt_p95_ms", 1, 9)
            .writeTo(results.resolve("few"));

    assertThat(compare(base, "--all", "--fail-on", "rtt_p95_ms>10%")).isZero();

    assertThat(out.toString())
        .contains(
            "~ the same starts", "0 changed, 1 unchanged, 0 unknown", "1 of 1 conditions hold");
  }

  @Test
  void aCopyOfARunUnderAnotherNameIsTheSameRun() throws Exception {
    assertThat(compare(like("base", 1).writeTo(results.resolve("copy")))).isZero();

    assertThat(out.toString())
        .contains("BASE and RUN are one run.")
        .contains("0 changed, 3 unchanged, 0 unknown of 3 figures");
  }

  @Test
  void equalStartsOfTwoRunsAreNotTheSameRun() throws Exception {
    assertThat(compare(like("other", 1).writeTo(results.resolve("other")), "--all")).isZero();

    assertThat(out.toString())
        .doesNotContain("one run", "the same starts")
        .contains(
            "~ cannot tell: no start beyond 0.1 % of 4, so up to 52.7 % of all starts may be");
  }

  @Test
  void anRttOfHalfAsMuchMoreHasChangedByThatSizeAndToTheWorse() throws Exception {
    Path run = like("other", 1.5).writeTo(results.resolve("other"));

    assertThat(compare(run)).isZero();

    assertThat(out.toString())
        .contains("× 1.50 (1.42 to 1.59)", "slower")
        .contains("2 changed, 0 unchanged, 1 unknown of 3 figures");
    assertThat(run.resolve("report/compare-base/comparison.csv"))
        .hasContent(Files.readString(Path.of("src/test/resources/golden/comparison.csv")));
    assertThat(run.resolve("report/compare-base/comparison.md"))
        .content()
        .contains("| zoo | 100 | rtt_p95_ms | 2.02 ms | 3.04 ms | × 1.50 (1.42 to 1.59) | 4+4 |");
  }

  @Test
  void drawsTheRatiosInAllFormats() throws Exception {
    Path run = like("other", 1.5).writeTo(results.resolve("other"));

    int status =
        execute(base.toString(), run.toString(), "--out", results.resolve("drawn").toString());

    assertThat(status).isZero();
    assertThat(results.resolve("drawn"))
        .isDirectoryContaining("glob:**/comparison.svg")
        .isDirectoryContaining("glob:**/comparison.pdf")
        .isDirectoryContaining("glob:**/comparison.png");
  }

  @Test
  void lossIsComparedByStartsBeyondABoundAndNotByARatio() throws Exception {
    Path run =
        new SyntheticStarts("other")
            .figure("zoo", 100, "owed_lost_pct", 3, 4, 5, 0)
            .figure("zoo", 100, "rtt_p95_ms", RTT)
            .writeTo(results.resolve("other"));

    assertThat(compare(run, "--all", "--figures", "owed_lost_pct")).isZero();

    assertThat(out.toString()).contains("~ cannot tell: starts beyond 0.1 %: 0 of 4 → 3 of 4");
  }

  @Test
  void differencesOfPlanMachineAndVersionsAreNamedFirst() throws Exception {
    Path run =
        like("other", 1)
            .with("plan", "{\"name\": \"y\", \"stages\": [{\"hold\": \"5s\"}]}")
            .with("git", "{\"commit\": \"abc\"}")
            .with("targets", "{\"zoo\": {\"versions\": {\"java\": \"25\"}}}")
            .figure("other", 100, "tps", 1)
            .figure("zoo", 300, "tps", 1)
            .writeTo(results.resolve("other"));

    assertThat(compare(run)).isZero();

    assertThat(out.toString())
        .startsWith(
            """
            The runs differ in:
              plan.stages[1].hold: none → 5s
              git.commit: none → abc
              targets.zoo.versions.java: none → 25
            Not compared, only RUN has the variants: other.
            Not compared, only RUN has the loads: 300.
            """);
  }
}
