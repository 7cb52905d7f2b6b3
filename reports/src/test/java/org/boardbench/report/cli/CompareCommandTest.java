package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.boardbench.report.SyntheticCalibration;
import org.boardbench.report.SyntheticStarts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  private static final double[] RTT = {2.0, 2.1, 1.95, 2.05};
  private static final double[] TPS = {1000, 1010, 990, 1000};
  private static final double[] NOTHING = {0, 0, 0, 0};

  @TempDir private Path results;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path base;

  @BeforeEach
  void writeBase() throws Exception {
    base = like("base", 1).writeTo(results.resolve("base"));
  }

  private static SyntheticStarts like(String id, double factor) {
    return new SyntheticStarts(id)
        .figure("zoo", 100, "rtt_p95_ms", times(RTT, factor))
        .figure("zoo", 100, "tps", times(TPS, 1 / factor))
        .figure("zoo", 100, "owed_lost_pct", NOTHING)
        .figure("zoo", 100, "loss_pct", NOTHING);
  }

  private static double[] times(double[] values, double factor) {
    return DoubleStream.of(values).map(value -> value * factor).toArray();
  }

  private int compare(Path run, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = base.toString();
    arguments[1] = run.toString();
    arguments[2] = "--no-figure";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return CommandLines.execute(new CompareCommand(), out, err, arguments);
  }

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
  void aRunAsItWasBeforeItWentOnIsNeitherTheSameNorAnother() throws Exception {
    Path before =
        new SyntheticStarts("base")
            .figure("zoo", 100, "rtt_p95_ms", 2.0, 2.1)
            .writeTo(results.resolve("before"));

    assertThat(compare(before)).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            "compare: BASE and RUN are both base, with 4 and 2 trials: one of them went on, so they"
                + " share starts\n");
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
        CommandLines.execute(
            new CompareCommand(),
            out,
            err,
            base.toString(),
            run.toString(),
            "--out",
            results.resolve("drawn").toString());

    assertThat(status).isZero();
    assertThat(results.resolve("drawn"))
        .isDirectoryContaining("glob:**/comparison.svg")
        .isDirectoryContaining("glob:**/comparison.pdf")
        .isDirectoryContaining("glob:**/comparison.png");
  }

  @Test
  void aConditionFailsWhereTheWholeIntervalIsWorseByMore() throws Exception {
    Path run = like("other", 1.5).writeTo(results.resolve("other"));

    assertThat(compare(run, "--fail-on", "rtt_p95_ms>10%")).isEqualTo(3);
    assertThat(out.toString())
        .contains("zoo at 100 users: rtt_p95_ms>10% broken: × 1.5 (95 % interval 1.42 to 1.59)");

    assertThat(compare(run, "--fail-on", "tps>30%")).isEqualTo(3);
    assertThat(compare(run, "--fail-on", "rtt_p95_ms>70%,tps>40%")).isZero();
  }

  @Test
  void whatTheIntervalLeavesOpenIsToldAndFailsOnlyOnDemand() throws Exception {
    Path run = like("other", 1.5).writeTo(results.resolve("other"));

    assertThat(compare(run, "--fail-on", "rtt_p95_ms>50%")).isZero();
    assertThat(out.toString()).contains("rtt_p95_ms>50% not decided: × 1.5");

    assertThat(compare(run, "--fail-on", "rtt_p95_ms>50%", "--fail-on-unknown")).isEqualTo(3);
  }

  @Test
  void anAbsoluteConditionIsOfTheRunsOwnValues() throws Exception {
    Path run =
        new SyntheticStarts("other")
            .figure("zoo", 100, "loss_pct", 1.0, 1.1, 0.9)
            .writeTo(results.resolve("other"));

    assertThat(compare(run, "--fail-on", "loss_pct>2")).isZero();
    assertThat(compare(run, "--fail-on", "loss_pct>0.1")).isEqualTo(3);
    assertThat(out.toString())
        .contains(
            "zoo at 100 users: loss_pct>0.1 broken: 1 % (95 % interval 0.752 to 1.25), n = 3");
  }

  @Test
  void anAbsoluteConditionMayBeOnEitherSide() {
    assertThat(compare(base, "--fail-on", "tps<2000")).isEqualTo(3);
    assertThat(compare(base, "--fail-on", "tps<=2000")).isEqualTo(3);
    assertThat(compare(base, "--fail-on", "tps<500,tps<=500,tps>2000,tps>=2000")).isZero();
    assertThat(out.toString()).contains("4 of 4 conditions hold.");
  }

  @Test
  void improvementsNeverFail() throws Exception {
    Path run = like("other", 0.5).writeTo(results.resolve("other"));

    assertThat(compare(run, "--fail-on", "rtt_p95_ms>1%,tps>1%")).isZero();
    assertThat(out.toString()).contains("faster", "2 of 2 conditions hold.");
  }

  @Test
  void twoStartsHaveNoIntervalAndSaySoAndAnInvalidLoadIsNotJudged() throws Exception {
    Path run =
        new SyntheticStarts("other")
            .figure("zoo", 100, "rtt_p95_ms", 9, 9.5)
            .writeTo(results.resolve("other"));
    assertThat(compare(run, "--all", "--fail-on", "rtt_p95_ms>10%")).isZero();
    assertThat(out.toString())
        .contains("× 4.57 ", "~ cannot tell: needs n = 3")
        .contains("not decided: × 4.57, needs 3 starts or more, has 2");

    Path invalid = like("x", 2).invalid("zoo", 100).writeTo(results.resolve("invalid"));
    assertThat(compare(invalid, "--fail-on", "rtt_p95_ms>10%,loss_pct>1")).isZero();
    assertThat(out.toString())
        .contains("invalid: 4 of 4 rows are invalid and in no number")
        .contains("rtt_p95_ms>10% not judged: cannot tell: RUN has no valid value")
        .contains("loss_pct>1 not judged: all 4 rows invalid");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --fail-on | rtt_p95ms>10%   | --fail-on: unknown figure, was rtt_p95ms; did you mean rtt_p95_ms?
          --fail-on | rtt_p95_ms      | --fail-on: must be like rtt_p95_ms>10% or loss_pct>0.1, was rtt_p95_ms
          --fail-on | tps>1,          | --fail-on: must be like rtt_p95_ms>10% or loss_pct>0.1, was empty
          --fail-on | tps>0%          | --fail-on tps: must be at least 0.1 %, was tps>0%
          --fail-on | tps>100%        | --fail-on tps: must be less than 100 %, was tps>100%
          --fail-on | tps>0%          | --fail-on tps: must be at least 0.1 %, was tps>0%
          --fail-on | tps<10%         | --fail-on tps: in percent it must be >, which is worse by more than that, was tps<10%
          --fail-on | loss_pct>10%    | --fail-on loss_pct: is mostly 0, so it has no ratio; give a bound such as loss_pct>0.1, was loss_pct>10%
          --counts  | 0%              | --counts: must be a number from 0.1 to 100, was 0
          --figures | rtt_p95_ms,what | --figures: unknown figure, was what
          """)
  void refusesWhatItDoesNotUnderstandInOneLine(String option, String value, String problem) {
    assertThat(compare(base, option, value)).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("compare: " + problem);
    assertThat(base.resolve("report")).doesNotExist();
  }

  @Test
  void refusesRunsThatHaveNothingInCommonAndWhatIsNoRun() throws Exception {
    Path load =
        new SyntheticStarts("a").figure("zoo", 7, "tps", 1).writeTo(results.resolve("load"));
    assertThat(compare(load)).isEqualTo(2);
    Path variant =
        new SyntheticStarts("b").figure("ape", 100, "tps", 1).writeTo(results.resolve("variant"));
    assertThat(compare(variant)).isEqualTo(2);
    Path newer = like("c", 1).with("format", "99").writeTo(results.resolve("newer"));
    assertThat(compare(newer)).isEqualTo(2);
    assertThat(compare(SyntheticCalibration.write(results.resolve("calibration-1")))).isEqualTo(2);
    assertThat(compare(results.resolve("nowhere"))).isEqualTo(2);
    base = like("base", 1).invalid("zoo", 100).writeTo(base);
    assertThat(compare(base)).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            "compare: the runs have no load in common: BASE has 100, RUN has 7",
            "compare: the runs have no variant in common: BASE has zoo, RUN has ape",
            "compare: " + newer + ": run.json: has format 99; this version understands up to 1",
            "compare: "
                + results.resolve("calibration-1")
                + ": must be the folder of a run, was a calibration or microbenchmarks",
            "compare: " + results.resolve("nowhere") + ": no such folder",
            "compare: nothing to compare: no valid row of a variant and load in common measured a"
                + " figure; base: 4 of 4 rows are invalid and in no number; base: 4 of 4 rows are"
                + " invalid and in no number");
  }

  @Test
  void refusesASearchForCapacitiesOnEitherSideAndSaysWhatToLookAt() throws Exception {
    Path other = like("other", 1).writeTo(results.resolve("other"));
    Path search =
        like("search", 1)
            .with("plan", "{\"name\": \"x\", \"capacity\": {\"starts\": 5}}")
            .writeTo(results.resolve("search"));

    assertThat(compare(search)).isEqualTo(2);
    base = search;
    assertThat(compare(other)).isEqualTo(2);

    String line =
        "compare: "
            + search
            + ": must be a run that lists its stages, was a search for capacities, in which each"
            + " start has loads of its own; set the intervals in its capacity.csv beside the"
            + " other's";
    assertThat(err.toString().lines()).containsExactly(line, line);
    assertThat(out.toString()).isEmpty();
    assertThat(search.resolve("report")).doesNotExist();
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    assertThat(compare(results)).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo("compare: " + results + ": not the folder of a run: run.json is missing\n");
  }

  @Test
  void oneStartIsARatioWithoutAnInterval() throws Exception {
    Path run =
        new SyntheticStarts("other")
            .figure("zoo", 100, "rtt_p95_ms", 4.048)
            .writeTo(results.resolve("other"));

    assertThat(compare(run, "--all", "--fail-on", "rtt_p95_ms>10%")).isZero();

    assertThat(out.toString())
        .contains("× 2.00 ", "4+1", "~ cannot tell: needs n = 3")
        .contains("not decided: × 2, needs 3 starts or more, has 1");
  }

  /** t(0.995, 6) = 3.7074 where t(0.975, 6) = 2.4469. */
  @Test
  void whereARuleEndedARunAllIsAsSureAsThatRuleAsksFor() throws Exception {
    Path run =
        like("other", 1.5)
            .with("stopping", "{\"confidence\": 0.99}")
            .writeTo(results.resolve("other"));
    Path json = results.resolve("c.json");

    int status =
        compare(run, "--fail-on", "rtt_p95_ms>10%,tps<2000", "--summary-json", json.toString());

    assertThat(status).isEqualTo(3);
    assertThat(out.toString())
        .contains("Ratios are run / base over valid starts with 99 % intervals")
        .contains("Run / base (99 %)", "× 1.50 (1.38 to 1.63)")
        .contains("rtt_p95_ms>10% broken: × 1.5 (99 % interval 1.38 to 1.63)")
        .contains("tps<2000 broken: 667 1/s (99 % interval ")
        .doesNotContain("95 %");
    assertThat(run.resolve("report/compare-base/comparison.csv"))
        .content()
        .contains(",confidence", ",changed,slower,slower,0.99");
    JsonNode figure = JsonMapper.shared().readTree(Files.readString(json)).at("/figures/0");
    assertThat(figure.path("confidence").asDouble()).isEqualTo(0.99);
    assertThat(figure.at("/base/confidence").asDouble()).isEqualTo(0.99);
    assertThat(figure.path("high").asDouble()).isBetween(1.62, 1.64);
  }

  @Test
  void whatAConditionCountsIsSaidAsNoDifferenceFromThereOn() throws Exception {
    Path run = like("other", 1.02).writeTo(results.resolve("other"));

    assertThat(compare(run, "--fail-on", "tps>1%")).isZero();

    assertThat(out.toString())
        .contains("less than 5 % is no difference (1 % of tps, as --fail-on says). Changed is");
  }

  @Test
  void writesTheSameForPrograms() throws Exception {
    Path run = like("other", 1.5).writeTo(results.resolve("other"));
    Path json = results.resolve("c.json");
    Path xml = results.resolve("c.xml");

    int status =
        compare(
            run,
            "--fail-on",
            "rtt_p95_ms>10%,rtt_p95_ms>50%,tps>40%",
            "--summary-json",
            json.toString(),
            "--junit",
            xml.toString());

    assertThat(status).isEqualTo(3);
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(summary.path("format").asInt()).isEqualTo(1);
    assertThat(summary.path("exit_status").asInt()).isEqualTo(3);
    assertThat(summary.at("/figures/0/state").asString()).isEqualTo("changed");
    assertThat(summary.at("/conditions/1/judgement").asString()).isEqualTo("not decided");
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
  }

  /** Runs a command as a process would. */
  private static final class CommandLines {
    static int execute(Object command, StringWriter out, StringWriter err, String... arguments) {
      return new picocli.CommandLine(command)
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(err, true))
          .execute(arguments);
    }
  }
}
