package org.boardbench.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.figure.FigureSet;
import org.boardbench.report.figure.TimelineChoice;
import org.boardbench.report.html.ClassSection;
import org.boardbench.report.html.DroppedUsersSection;
import org.boardbench.report.html.FigureSection;
import org.boardbench.report.html.JoinSection;
import org.boardbench.report.html.LimitSection;
import org.boardbench.report.html.ProfileSection;
import org.boardbench.report.html.RecoverySection;
import org.boardbench.report.html.SetupSection;
import org.boardbench.report.html.StartSection;
import org.boardbench.report.html.VariantAnswerSection;
import org.boardbench.report.html.VariantPage;
import org.boardbench.report.html.VerdictSection;
import org.boardbench.report.profile.FlameGraph;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.ProfiledStage;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.report.summary.RankingTable;
import org.boardbench.report.table.ClassTable;
import org.boardbench.report.table.ProfileTable;
import org.boardbench.report.table.ResultTable;
import org.boardbench.report.table.recovery.RecoveryTable;

/** A page for each variant, with its timelines. */
record VariantPages(
    StoredRun run, RankingTable ranking, ProfileTable profiles, TimelineChoice choice) {
  /** Writes pages and figures, and gives the number of figures. */
  int writeTo(ReportFolder report) throws IOException {
    int figures = 0;
    for (String variant : run.trials().stream().map(StoredTrial::target).distinct().toList()) {
      List<Figure> timelines = FigureSet.timelines(run, variant, choice);
      report.addScreenFigures(timelines);
      report.addPage(VariantPage.file(variant), page(variant, timelines).html());
      figures += timelines.size();
    }
    for (ProfiledStage profile : run.profiles()) {
      addFlameGraph(report, profile);
    }
    return figures;
  }

  private static void addFlameGraph(ReportFolder report, ProfiledStage profile) throws IOException {
    FlameGraph graph =
        new FlameGraph(
            profile.variant() + ", " + profile.users() + " users: CPU time of the hold",
            profile.stacks());
    if (!graph.isEmpty()) {
      report.addSvg(FlameGraph.name(profile.trial(), profile.stage()), graph.svg());
    }
  }

  private VariantPage page(String variant, List<Figure> timelines) {
    List<StageGroup> groups =
        StageGroup.of(run).stream().filter(group -> group.target().equals(variant)).toList();
    List<StoredStage> stages =
        run.stages().stream().filter(stage -> stage.target().equals(variant)).toList();
    return new VariantPage(
        run,
        variant,
        List.of(
            new VariantAnswerSection(
                ranking,
                ranking.rows().stream().filter(row -> row.variant().equals(variant)).toList()),
            new StartSection(ResultTable.of(groups), stages),
            new ClassSection(ClassTable.of(run, variant::equals)),
            new RecoverySection(RecoveryTable.of(run).only(variant)),
            FigureSection.of("Over time", timelines, choice.note(run, variant)),
            new ProfileSection(profiles.only(variant), Optional.empty(), true),
            new VerdictSection(stages),
            new DroppedUsersSection(stages, Variants.of(run).order()),
            new LimitSection(groups),
            new JoinSection(groups),
            new SetupSection(run.manifest().path("targets").path(variant))));
  }
}
