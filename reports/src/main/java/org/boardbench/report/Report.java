package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.figure.ExplainedFigure;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.html.IndexPage;
import org.boardbench.report.statistics.LoadVariance;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.BottleneckTable;
import org.boardbench.report.table.CapacityTable;
import org.boardbench.report.table.ClaimsCsv;
import org.boardbench.report.table.ClaimsTable;
import org.boardbench.report.table.ClassTable;
import org.boardbench.report.table.CsvTableText;
import org.boardbench.report.table.ExplainedTable;
import org.boardbench.report.table.LatexTableText;
import org.boardbench.report.table.MarkdownTableText;
import org.boardbench.report.table.PercentileTable;
import org.boardbench.report.table.RecommendationsTable;
import org.boardbench.report.table.ResultTable;
import org.boardbench.report.table.StatedTable;
import org.boardbench.report.table.VarianceTable;

/** Writes a run's report: figures, tables, and a page with all of them. */
public final class Report {
  private final StoredRun run;
  private final Optional<Explanation> explanation;
  private final Optional<JudgedFile> claims;
  private final Map<String, StartTimes> times;

  public Report(StoredRun run) {
    this(run, Optional.empty(), Optional.empty(), Map.of());
  }

  /**
   * @param explanation by a run of the microbenchmarks; empty when none was looked at
   * @param claims judged by the run; empty when there were none
   * @param times within trials, by their ids; of those that kept them
   */
  public Report(
      StoredRun run,
      Optional<Explanation> explanation,
      Optional<JudgedFile> claims,
      Map<String, StartTimes> times) {
    this.run = run;
    this.explanation = explanation;
    this.claims = claims;
    this.times = times;
  }

  /**
   * Writes {@code figures/}, {@code tables/} and {@code index.html}; figures and tables of an
   * earlier report in the same folder go away.
   *
   * @param folder is created when it is not there
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    ReportFolder report = ReportFolder.at(folder);
    List<StageGroup> groups = StageGroup.of(run);
    ResultTable table = ResultTable.of(groups);
    report.addTable("results.csv", CsvTableText.of(groups));
    report.addTable("results.md", MarkdownTableText.of(table));
    report.addTable("results.tex", LatexTableText.of(table));
    addCapacities(report);
    addBottlenecks(report);
    ClassTable classes = ClassTable.of(run);
    if (!classes.isOfOneClass()) {
      report.addTable("classes.md", classes.markdown());
    }
    addVariance(report);
    if (claims.isPresent()) {
      addClaims(claims.get(), report);
    }
    List<Figure> figures = FigureSet.of(run);
    report.addFigures(figures);
    Optional<Figure> explained = explained(report);
    report.addPage(
        new IndexPage(run, figures, table, classes, claims, explanation, explained).html());
    return figures.size() + (explained.isPresent() ? 1 : 0);
  }

  private void addCapacities(ReportFolder report) throws IOException {
    CapacityTable capacities = CapacityTable.of(run);
    if (!capacities.shown().rows().isEmpty()) {
      report.addTable("capacity.csv", capacities.csv());
      report.addTable("capacity.md", MarkdownTableText.of(capacities.shown()));
      report.addTable("capacity.tex", LatexTableText.of(capacities.shown()));
    }
  }

  private void addBottlenecks(ReportFolder report) throws IOException {
    BottleneckTable bottlenecks = BottleneckTable.of(run, explanation);
    if (!bottlenecks.isEmpty()) {
      report.addTable("bottlenecks.csv", bottlenecks.csv());
      report.addTable("bottlenecks.md", bottlenecks.markdown());
    }
  }

  private void addVariance(ReportFolder report) throws IOException {
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

  private static void addClaims(JudgedFile judged, ReportFolder report) throws IOException {
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

  private Optional<Figure> explained(ReportFolder report) throws IOException {
    if (explanation.isEmpty() || explanation.get().isEmpty()) {
      return Optional.empty();
    }
    ExplainedTable table = new ExplainedTable(explanation.get());
    report.addTable("explained.csv", table.csv());
    report.addTable("explained.md", table.markdown());
    Optional<Figure> figure = ExplainedFigure.of(explanation.get());
    report.addFigures(figure.stream().toList());
    return figure;
  }
}
