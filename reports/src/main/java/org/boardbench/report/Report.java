package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.explain.Explanation;
import org.boardbench.report.figure.DriftFigures;
import org.boardbench.report.figure.ExplainedFigure;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.figure.GroupFigures;
import org.boardbench.report.figure.ProfileFigure;
import org.boardbench.report.figure.TimelineChoice;
import org.boardbench.report.html.BottleneckSection;
import org.boardbench.report.html.CalibrationSection;
import org.boardbench.report.html.CapacitySection;
import org.boardbench.report.html.CitationSection;
import org.boardbench.report.html.ClaimsSection;
import org.boardbench.report.html.ClassSection;
import org.boardbench.report.html.DriftSection;
import org.boardbench.report.html.DroppedUsersSection;
import org.boardbench.report.html.ExplainedSection;
import org.boardbench.report.html.FigureSection;
import org.boardbench.report.html.IndexPage;
import org.boardbench.report.html.JoinSection;
import org.boardbench.report.html.LimitSection;
import org.boardbench.report.html.MethodSection;
import org.boardbench.report.html.ProfileSection;
import org.boardbench.report.html.RecoverySection;
import org.boardbench.report.html.ResultSection;
import org.boardbench.report.html.Section;
import org.boardbench.report.html.SummarySection;
import org.boardbench.report.html.VarianceSection;
import org.boardbench.report.html.VariantSection;
import org.boardbench.report.html.VerdictSection;
import org.boardbench.report.profile.ProfiledLoad;
import org.boardbench.report.statistics.HoldMinutes;
import org.boardbench.report.statistics.LoadVariance;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.BottleneckTable;
import org.boardbench.report.table.CapacityTable;
import org.boardbench.report.table.ClassTable;
import org.boardbench.report.table.DriftTable;
import org.boardbench.report.table.ExplainedTable;
import org.boardbench.report.table.ProfileTable;
import org.boardbench.report.table.ResultTable;
import org.boardbench.report.table.VarianceTable;
import org.boardbench.report.table.recovery.RecoveryTable;
import org.boardbench.statistics.NoiseFloor;

/** Writes a run's report: figures, tables, and a page with all of them. */
public final class Report {
  private final StoredRun run;
  private final Optional<Explanation> explanation;
  private final Optional<JudgedFile> claims;
  private final Map<String, StartTimes> times;
  private final Optional<NoiseFloor> rttP95Floor;
  private final TimelineChoice timelines;

  public Report(StoredRun run) {
    this(run, Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), TimelineChoice.FEW);
  }

  /**
   * @param explanation by a run of the microbenchmarks; empty when none was looked at
   * @param claims judged by the run; empty when there were none
   * @param times within trials, by their ids; of those that kept them
   * @param rttP95Floor what the run's machine makes of nothing in the RTT p95; empty where nobody
   *     measured it
   * @param timelines which starts are drawn over time
   */
  public Report(
      StoredRun run,
      Optional<Explanation> explanation,
      Optional<JudgedFile> claims,
      Map<String, StartTimes> times,
      Optional<NoiseFloor> rttP95Floor,
      TimelineChoice timelines) {
    this.run = run;
    this.explanation = explanation;
    this.claims = claims;
    this.times = times;
    this.rttP95Floor = rttP95Floor;
    this.timelines = timelines;
  }

  /**
   * Writes {@code figures/}, {@code tables/}, {@code index.html} and a page for each variant; what
   * an earlier report left in the same folder goes away.
   *
   * @param folder is created when it is not there
   * @return the number of figures
   */
  public int writeTo(Path folder) throws IOException {
    try (ReportFolder report = ReportFolder.at(folder)) {
      FigureSet set = FigureSet.of(run);
      List<GroupFigures> groups = set.byGroup();
      List<Figure> figures = groups.stream().flatMap(group -> group.figures().stream()).toList();
      report.addFigures(figures);
      DriftTable drifts = new DriftTable(HoldMinutes.of(run));
      Optional<Figure> drift = DriftFigures.of(run, drifts.holds());
      report.addFigures(drift.stream().toList());
      ProfileTable profiles = new ProfileTable(ProfiledLoad.of(run, explanation));
      Optional<Figure> profile = ProfileFigure.of(profiles.loads(), Variants.of(run));
      report.addFigures(profile.stream().toList());
      Optional<Figure> explained = explained(report, profiles);
      List<Section> sections =
          sections(
              new FigureSection("Figures", set.howToRead(), groups),
              new DriftSection(drifts, drift),
              new ProfileSection(profiles, profile, false),
              explained);
      SummarySection summary = SummarySection.of(run, rttP95Floor, sections);
      int overTime = new VariantPages(run, summary.ranking(), profiles, timelines).writeTo(report);
      new RunTables(run, report).add(explanation, claims, times, drifts, profiles);
      report.addPage(
          "index.html",
          new IndexPage(run, Stream.concat(Stream.of(summary), sections.stream()).toList()).html());
      return figures.size()
          + overTime
          + (int) Stream.of(drift, profile, explained).flatMap(Optional::stream).count();
    }
  }

  /** In their order on the page. */
  private List<Section> sections(
      FigureSection figures,
      DriftSection drift,
      ProfileSection profile,
      Optional<Figure> explained) {
    List<StageGroup> groups = StageGroup.of(run);
    return List.of(
        new CapacitySection(CapacityTable.of(run)),
        new ClaimsSection(claims),
        new RecoverySection(RecoveryTable.of(run)),
        figures,
        new ResultSection(ResultTable.of(groups)),
        new ClassSection(ClassTable.of(run)),
        drift,
        new VariantSection(run),
        new VerdictSection(run.stages()),
        new DroppedUsersSection(run.stages(), Variants.of(run).order()),
        new BottleneckSection(BottleneckTable.of(run, explanation)),
        new LimitSection(groups),
        new JoinSection(groups),
        new VarianceSection(new VarianceTable(LoadVariance.of(run, times))),
        new CalibrationSection(run.manifest()),
        profile,
        new ExplainedSection(explanation, explained),
        new MethodSection(run),
        new CitationSection(run));
  }

  private Optional<Figure> explained(ReportFolder report, ProfileTable profiles)
      throws IOException {
    if (explanation.isEmpty() || explanation.get().isEmpty()) {
      return Optional.empty();
    }
    ExplainedTable table = new ExplainedTable(explanation.get(), profiles.loads());
    report.addTable("explained.csv", table.csv());
    report.addTable("explained.md", table.markdown());
    Optional<Figure> figure = ExplainedFigure.of(explanation.get());
    report.addFigures(figure.stream().toList());
    return figure;
  }
}
