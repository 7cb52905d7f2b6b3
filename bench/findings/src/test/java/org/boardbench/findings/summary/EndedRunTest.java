package org.boardbench.findings.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.threshold.JudgedThreshold;
import org.boardbench.findings.threshold.Limit;
import org.boardbench.findings.threshold.Threshold;
import org.boardbench.findings.threshold.ThresholdJudge;
import org.boardbench.results.column.StageTimes;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EndedRunTest {
  private static StoredStage row(int repetition, double p99) {
    return StageBuilder.row("zoo", repetition, 100).with(StageTimes.RTT_P99_MS, p99).build();
  }

  private static EndedRun summary(String reason) {
    return summary(reason, 0.95);
  }

  private static EndedRun summary(String reason, double confidence) {
    List<EndedTrial> trials =
        List.of(
            new EndedTrial("zoo-r1", "zoo", "ok", "", false, List.of(row(1, 40))),
            new EndedTrial("zoo-r2", "zoo", "ok", "", false, List.of(row(2, 41))),
            new EndedTrial("zoo-r3", "zoo", "ok", "", false, List.of(row(3, 42))),
            new EndedTrial(
                "zoo-r4",
                "zoo",
                "ok",
                "",
                false,
                List.of(StageBuilder.row("zoo", 4, 100).invalid().build())),
            new EndedTrial("zoo-r5", "zoo", "failed", reason, false, List.of()));
    ThresholdJudge judge =
        new ThresholdJudge(
            RunStarts.of(trials.stream().flatMap(t -> t.rows().stream()).toList()), confidence);
    List<JudgedThreshold> judged =
        judge.judge(
            List.of(threshold("< 50"), threshold("< 10"), threshold("< 41")),
            List.of("zoo"),
            List.of(100));
    return new EndedRun("paper-1", confidence, trials, judged, 3);
  }

  private static Threshold threshold(String limit) {
    return new Threshold(
        Optional.empty(),
        StageFigure.of("rtt_p99_ms").orElseThrow(),
        Limit.parse(limit).orElseThrow());
  }

  @Test
  void tellsProgramsEstimatesIntervalsAndVerdicts() {
    JsonNode json = JsonMapper.shared().readTree(summary("port in use").json());

    assertThat(json.propertyNames())
        .containsExactly(
            "format", "kind", "exit_status", "run_id", "figures", "thresholds", "trials");
    assertThat(json.path("format").asInt()).isEqualTo(1);
    assertThat(json.path("exit_status").asInt()).isEqualTo(3);
    JsonNode p99 = json.at("/figures/2");
    assertThat(p99.path("figure").asString()).isEqualTo("rtt_p99_ms");
    assertThat(p99.path("estimate").asDouble()).isBetween(40.9, 41.0);
    assertThat(p99.path("low").asDouble()).isBetween(38.0, 39.0);
    assertThat(p99.path("starts").asInt()).isEqualTo(3);
    assertThat(p99.path("valid_rows").asInt()).isEqualTo(3);
    assertThat(p99.path("rows").asInt()).isEqualTo(4);
    assertThat(json.at("/figures/0/estimate").isNull()).isTrue();
    assertThat(json.at("/thresholds/1/judgement").asString()).isEqualTo("broken");
    assertThat(json.at("/trials/4/reason").asString()).isEqualTo("port in use");
  }

  @Test
  void intervalsOfARunThatARuleEndedAreOfItsOwnConfidence() {
    JsonNode json = JsonMapper.shared().readTree(summary("", 0.99).json());

    for (String at : List.of("/figures/2", "/thresholds/0")) {
      assertThat(json.at(at).path("confidence").asDouble()).isEqualTo(0.99);
      assertThat(json.at(at).path("low").asDouble()).isBetween(35.5, 35.7);
      assertThat(json.at(at).path("high").asDouble()).isBetween(47.0, 47.2);
    }
  }

  @Test
  void hasATestCaseForEachThresholdAndTrial() throws Exception {
    Document xml = parse(summary("port in use").junit());

    Element thresholds = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(thresholds.getAttribute("tests")).isEqualTo("3");
    assertThat(thresholds.getAttribute("failures")).isEqualTo("1");
    assertThat(thresholds.getAttribute("skipped")).isEqualTo("1");
    Element trials = (Element) xml.getElementsByTagName("testsuite").item(1);
    assertThat(trials.getAttribute("tests")).isEqualTo("5");
    assertThat(trials.getAttribute("failures")).isEqualTo("1");
    assertThat(trials.getAttribute("skipped")).isEqualTo("1");
    Element broken = (Element) thresholds.getElementsByTagName("testcase").item(1);
    assertThat(broken.getAttribute("name")).isEqualTo("rtt_p99_ms < 10 at 100 users");
    assertThat(((Element) broken.getFirstChild()).getAttribute("message"))
        .contains("41 ms (95 % interval");
  }

  @Test
  void whateverAServerSaysIsReadBackAsText() throws Exception {
    String said = "<failure a=\"b\"> & 'c' ]]> é \uD83D\uDE00";

    Document xml = parse(summary(said + "\u0000\u001B\uD800").junit());

    Element failure =
        (Element)
            ((Element) xml.getElementsByTagName("testsuite").item(1))
                .getElementsByTagName("failure")
                .item(0);
    assertThat(failure.getTextContent()).isEqualTo("failed: " + said + "\uFFFD\uFFFD\uFFFD");
    assertThat(failure.getAttribute("message")).startsWith("failed: " + said);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
