package org.boardbench.findings.summary;

import java.util.ArrayList;
import java.util.List;
import org.boardbench.findings.starts.OverStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Sample;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.starts.UsualFigures;
import org.boardbench.findings.starts.Where;
import org.boardbench.findings.threshold.JudgedThreshold;
import org.boardbench.findings.threshold.Judgement;
import org.boardbench.results.row.TrialRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run that has ended, for programs.
 *
 * @param confidence of its intervals, 0.95 unless the run chose its end by its values
 */
public record EndedRun(
    String runId,
    double confidence,
    List<EndedTrial> trials,
    List<JudgedThreshold> thresholds,
    int exitStatus) {
  public EndedRun {
    trials = List.copyOf(trials);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * {@code format}, {@code kind}, {@code exit_status}, {@code run_id}, {@code figures} (a variant's
   * figure at a load: its estimate over {@code starts}, the interval of this {@code confidence}
   * from {@code low} to {@code high}, and how many of {@code rows} were valid), {@code thresholds}
   * and {@code trials}; of one that is {@code profiled} nothing is in what stands before.
   */
  public String json() {
    ObjectNode root = SummaryFormat.of("run", exitStatus);
    root.put("run_id", runId);
    addFigures(root.putArray("figures"));
    ArrayNode judged = root.putArray("thresholds");
    thresholds.forEach(one -> add(judged.addObject(), one));
    ArrayNode ended = root.putArray("trials");
    trials.forEach(one -> add(ended.addObject(), one));
    return SummaryFormat.text(root);
  }

  private void addFigures(ArrayNode figures) {
    List<StoredStage> rows = trials.stream().flatMap(EndedTrial::counted).toList();
    RunStarts starts = RunStarts.of(rows);
    for (String variant : starts.variants()) {
      for (int users : starts.users()) {
        for (StageFigure figure : UsualFigures.of(rows)) {
          Sample sample =
              starts.sample(new Where("", variant, List.of(users)), figure, OverStages.GREATEST);
          if (sample.rows() > 0) {
            ObjectNode node = figures.addObject();
            node.put("variant", variant);
            node.put("users", users);
            node.put("figure", figure.name());
            node.put("unit", figure.unit());
            SummaryFormat.put(node, figure, sample, confidence);
            node.put("valid_rows", valid(rows, variant, users, figure));
            node.put("rows", sample.rows());
          }
        }
      }
    }
  }

  private static long valid(List<StoredStage> rows, String variant, int users, StageFigure figure) {
    return rows.stream()
        .filter(row -> row.target().equals(variant) && row.users() == users)
        .filter(row -> row.isValidFor(figure))
        .count();
  }

  private static void add(ObjectNode node, JudgedThreshold one) {
    node.put("variant", one.variant());
    node.put("users", one.users());
    node.put("figure", one.threshold().figure().name());
    one.threshold().messageClass().ifPresent(name -> node.put("class", name));
    node.put("limit", one.threshold().limit().words());
    node.put("judgement", one.judgement().word());
    SummaryFormat.put(node, one.threshold().figure(), one.sample(), one.confidence());
    node.put("words", one.words());
  }

  private static void add(ObjectNode node, EndedTrial one) {
    node.put("trial_id", one.id());
    node.put("variant", one.variant());
    node.put("status", one.status());
    node.put("reason", one.reason());
    node.put("valid_rows", one.validRows());
    node.put("rows", one.rows().size());
    ArrayNode invalid = node.putArray("invalid");
    one.invalid().forEach(invalid::add);
    node.put("profiled", one.isProfiled());
  }

  /**
   * A case for each threshold at each load, and one for each trial. What was not decided or not
   * judged, and a trial with invalid rows or for a profile alone, is skipped: it says nothing for
   * or against a server.
   */
  public String junit() {
    List<JUnitCase> ofThresholds = thresholds.stream().map(EndedRun::testCase).toList();
    List<JUnitCase> ofTrials = trials.stream().map(EndedRun::testCase).toList();
    List<JUnitSuite> suites = new ArrayList<>();
    if (!ofThresholds.isEmpty()) {
      suites.add(new JUnitSuite(runId + " thresholds", ofThresholds));
    }
    suites.add(new JUnitSuite(runId + " trials", ofTrials));
    return JUnitXml.of("boardbench run", suites);
  }

  private static JUnitCase testCase(JudgedThreshold one) {
    String name =
        one.threshold().words() + (one.users() == 0 ? "" : " at " + one.users() + " users");
    return JUnitCase.of(one.variant(), name, one.judgement(), one.words());
  }

  private static JUnitCase testCase(EndedTrial one) {
    if (!one.status().equals(TrialRecord.OK)) {
      return JUnitCase.of(
          one.variant(), one.id(), Judgement.BROKEN, one.status() + ": " + one.reason());
    }
    if (one.isProfiled()) {
      return JUnitCase.of(
          one.variant(), one.id(), Judgement.NOT_JUDGED, "there for a profile alone");
    }
    return one.invalid().isEmpty()
        ? JUnitCase.of(one.variant(), one.id(), Judgement.HOLDS, "")
        : JUnitCase.of(
            one.variant(),
            one.id(),
            Judgement.NOT_JUDGED,
            one.invalid().size()
                + " of "
                + one.rows().size()
                + " rows invalid: "
                + String.join(", ", one.invalid()));
  }
}
