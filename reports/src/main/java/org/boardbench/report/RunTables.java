package org.boardbench.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.statistics.LoadVariance;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.BottleneckTable;
import org.boardbench.report.table.CapacityTable;
import org.boardbench.report.table.ClassTable;
import org.boardbench.report.table.CsvTableText;
import org.boardbench.report.table.DriftTable;
import org.boardbench.report.table.LatexTableText;
import org.boardbench.report.table.MarkdownTableText;
import org.boardbench.report.table.PercentileTable;
import org.boardbench.report.table.ProfileTable;
import org.boardbench.report.table.ResultTable;
import org.boardbench.report.table.VarianceTable;
import org.boardbench.report.table.claims.ClaimsCsv;
import org.boardbench.report.table.claims.ClaimsTable;
import org.boardbench.report.table.claims.RecommendationsTable;
import org.boardbench.report.table.claims.StatedTable;
import org.boardbench.report.table.recovery.RecoveryTable;

/** Writes the tables of a run's report; one that would be empty is left out. */
final class RunTables {
  private final StoredRun run;
  private final ReportFolder report;

  RunTables(StoredRun run, ReportFolder report) {
    this.run = run;
    this.report = report;
  }

  void add(
      Optional<Explanation> explanation,
      Optional<JudgedFile> claims,
      Map<String, StartTimes> times,
      DriftTable drifts,
      ProfileTable profiles)
      throws IOException {
    addResults();
    addCapacities();
    addRecovery();
    addBottlenecks(explanation);
    addVariance(times);
    if (!drifts.isEmpty()) {
      report.addTable("drift.csv", drifts.csv());
      report.addTable("drift.md", drifts.markdown());
    }
    if (!profiles.isEmpty()) {
      report.addTable("profile.csv", profiles.csv());
      report.addTable("profile.md", profiles.markdown());
    }
    if (claims.isPresent()) {
      addClaims(claims.get());
    }
  }

  private void addResults() throws IOException {
    List<StageGroup> groups = StageGroup.of(run);
    ResultTable table = ResultTable.of(groups);
    report.addTable("results.csv", CsvTableText.of(groups));
    report.addTable("results.md", MarkdownTableText.of(table));
    report.addTable("results.tex", LatexTableText.of(table));
    ClassTable classes = ClassTable.of(run);
    if (!classes.isOfOneClass()) {
      report.addTable("classes.md", MarkdownTableText.of(classes.shown()));
      report.addTable("classes.tex", LatexTableText.of(classes.shown()));
    }
  }

  private void addCapacities() throws IOException {
    CapacityTable capacities = CapacityTable.of(run);
    if (!capacities.shown().rows().isEmpty()) {
      report.addTable("capacity.csv", capacities.csv());
      report.addTable("capacity.md", MarkdownTableText.of(capacities.shown()));
      report.addTable("capacity.tex", LatexTableText.of(capacities.shown()));
    }
  }

  private void addRecovery() throws IOException {
    RecoveryTable recovery = RecoveryTable.of(run);
    if (!recovery.isEmpty()) {
      report.addTable("recovery-summary.csv", recovery.csv());
      report.addTable("recovery-summary.md", MarkdownTableText.of(recovery.shown()));
      report.addTable("recovery-summary.tex", LatexTableText.of(recovery.shown()));
    }
  }

  private void addBottlenecks(Optional<Explanation> explanation) throws IOException {
    BottleneckTable bottlenecks = BottleneckTable.of(run, explanation);
    if (!bottlenecks.isEmpty()) {
      report.addTable("bottlenecks.csv", bottlenecks.csv());
      report.addTable("bottlenecks.md", bottlenecks.markdown());
    }
  }

  private void addVariance(Map<String, StartTimes> times) throws IOException {
    if (!times.isEmpty()) {
      report.addTable("percentiles.csv", PercentileTable.csv(run.stages(), times));
    }
    List<LoadVariance> loads = LoadVariance.of(run, times);
    if (!loads.isEmpty()) {
      VarianceTable table = new VarianceTable(loads);
      report.addTable("variance.csv", table.csv());
      report.addTable("variance.md", table.markdown());
    }
  }

  private void addClaims(JudgedFile judged) throws IOException {
    ClaimsTable table = new ClaimsTable(judged);
    report.addTable("claims.csv", ClaimsCsv.of(judged));
    report.addTable("claims.md", table.markdown());
    report.addTable("claims.tex", table.latex());
    StatedTable stated = new StatedTable(judged);
    if (!stated.isEmpty()) {
      report.addTable("stated.csv", stated.csv());
      report.addTable("stated.md", stated.markdown());
      report.addTable("stated.tex", stated.latex());
    }
    RecommendationsTable recommendations = new RecommendationsTable(judged);
    if (!recommendations.isEmpty()) {
      report.addTable("recommendations.csv", recommendations.csv());
      report.addTable("recommendations.md", recommendations.markdown());
      report.addTable("recommendations.tex", recommendations.latex());
    }
  }
}
