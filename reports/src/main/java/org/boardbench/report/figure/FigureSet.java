package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.VariantLook;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.VariantGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.row.CapacityRecord;

/** All figures of a run, in the order of the report. */
public final class FigureSet {
  private final StoredRun run;
  private final Variants variants;
  private final List<StageGroup> whole;
  private final ReasonLabels labels;
  private final LackedLabels lacked;

  private FigureSet(StoredRun run) {
    this.run = run;
    this.variants = Variants.of(run);
    this.whole = StageGroup.of(run);
    this.labels = labels(whole);
    this.lacked = LackedLabels.of(run);
  }

  public static FigureSet of(StoredRun run) {
    return new FigureSet(run);
  }

  /** Across targets: those of each group that was measured, or of all where there are no groups. */
  public List<GroupFigures> byGroup() {
    Set<String> measured =
        run.stages().stream().map(StoredStage::target).collect(Collectors.toSet());
    List<VariantGroup> groups =
        variants.groups().stream()
            .filter(group -> !Collections.disjoint(group.own(), measured))
            .toList();
    return groups.isEmpty()
        ? List.of(new GroupFigures("", across(_ -> true)))
        : groups.stream().map(group -> GroupFigures.of(group, across(group::draws))).toList();
  }

  private List<Figure> across(Predicate<String> drawn) {
    List<StageGroup> part = whole.stream().filter(group -> drawn.test(group.target())).toList();
    List<CapacityRecord> capacities =
        Stream.concat(run.capacities().stream(), run.unconfirmed().stream()).toList();
    List<Figure> figures = new ArrayList<>(ObjectiveFigures.of(capacities, drawn, variants));
    RecoveryFigures.of(run, drawn, variants).ifPresent(figures::add);
    figures.addAll(byLoad(part).all());
    figures.addAll(FeltFigure.of(run, drawn, variants));
    figures.addAll(ClassFigures.of(run, drawn, variants, labels, lacked));
    return List.copyOf(figures);
  }

  /** What is the same in the figures of all loads; empty where the run has no row. */
  public String howToRead() {
    return whole.isEmpty()
        ? ""
        : byLoad(whole).howToRead()
            + (variants.groups().size() > 1
                ? " The figures of all groups have the same axes."
                : "");
  }

  private LoadFigures byLoad(List<StageGroup> part) {
    return new LoadFigures(part, whole, variants, labels, lacked, LoadAxis.of(run, whole));
  }

  /** Chosen trials of a variant over time. */
  public static List<Figure> timelines(StoredRun run, String variant, TimelineChoice choice) {
    ReasonLabels labels = labels(StageGroup.of(run));
    return choice.of(run, variant).stream()
        .map(trial ->
            TimelineFigure.of(run, trial, VariantLook.of(Variants.of(run), variant), labels))
        .flatMap(Optional::stream)
        .toList();
  }

  private static ReasonLabels labels(List<StageGroup> groups) {
    return ReasonLabels.byLetter(groups.stream().map(StageGroup::codes).toList());
  }
}
