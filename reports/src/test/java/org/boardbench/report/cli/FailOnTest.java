package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.boardbench.report.SyntheticStarts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conditions of {@code --fail-on}, which may end a build. */
class FailOnTest extends CompareScene {
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
}
