package org.boardbench.report.comparison;

import java.util.List;
import org.boardbench.findings.summary.JUnitCase;
import org.boardbench.findings.summary.JUnitSuite;
import org.boardbench.findings.summary.JUnitXml;
import org.boardbench.findings.summary.SummaryFormat;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for programs. */
public record ComparisonSummary(
    Comparison comparison, List<JudgedCondition> conditions, int exitStatus) {
  public ComparisonSummary {
    conditions = List.copyOf(conditions);
  }

  /**
   * {@code format}, {@code kind}, {@code exit_status}, {@code base} and {@code run} (names), {@code
   * differences} between them, {@code counts} (the least relative difference that matters, where no
   * condition says less), {@code figures} (a variant's figure at a load in both runs, ratio with
   * the interval of its {@code confidence}, and its {@code state}: changed, unchanged, unknown) and
   * {@code conditions}.
   */
  public String json() {
    ObjectNode root = SummaryFormat.of("comparison", exitStatus);
    root.put("base", comparison.base().stored().name());
    root.put("run", comparison.run().stored().name());
    root.put("counts", comparison.counts());
    ArrayNode differences = root.putArray("differences");
    comparison
        .differences()
        .forEach(one -> {
          ObjectNode node = differences.addObject();
          node.put("key", one.key());
          node.put("base", one.base());
          node.put("run", one.run());
        });
    ArrayNode figures = root.putArray("figures");
    comparison.figures().forEach(one -> add(figures.addObject(), one));
    ArrayNode judged = root.putArray("conditions");
    conditions.forEach(one -> add(judged.addObject(), one));
    return SummaryFormat.text(root);
  }

  private static void add(ObjectNode node, ComparedFigure one) {
    node.put("variant", one.variant());
    node.put("users", one.users());
    node.put("figure", one.figure().name());
    node.put("unit", one.figure().unit());
    SummaryFormat.put(node.putObject("base"), one.figure(), one.base(), one.rule().confidence());
    SummaryFormat.put(node.putObject("run"), one.figure(), one.run(), one.rule().confidence());
    SummaryFormat.put(node, "ratio", one.ratio().estimate());
    SummaryFormat.put(node, "low", "high", one.interval());
    SummaryFormat.put(node, "p_adjusted", one.adjustedP());
    node.put("state", one.state().word());
    node.put("answer", one.answer().word());
    node.put("words", one.words());
    node.put("confidence", one.rule().confidence());
    node.put("counts", one.rule().counts());
  }

  private static void add(ObjectNode node, JudgedCondition one) {
    node.put("place", one.place());
    node.put("condition", one.condition().text());
    node.put("judgement", one.judgement().word());
    node.put("words", one.words());
  }

  /** A case for each condition at each load; what was not decided or not judged is skipped. */
  public String junit() {
    List<JUnitCase> cases =
        conditions.stream()
            .map(one ->
                JUnitCase.of(
                    "compare",
                    one.condition().text() + ", " + one.place(),
                    one.judgement(),
                    one.line()))
            .toList();
    return JUnitXml.of(
        "boardbench compare", List.of(new JUnitSuite(comparison.run().stored().name(), cases)));
  }
}
