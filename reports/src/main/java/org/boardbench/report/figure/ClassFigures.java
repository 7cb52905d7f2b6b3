package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.ClassStages;
import org.boardbench.report.stored.StoredRun;

/** Figures that set the message classes of a run beside each other, at each load. */
final class ClassFigures {
  private static final int PANEL_MM = 42;
  private static final int ONE_PANEL_MM = 52;

  private final List<OfClass> classes;
  private final LoadFigures all;
  private final Variants variants;
  private final List<StageGroup> whole;
  private final ReasonLabels labels;
  private final LackedLabels lacked;
  private final LoadAxis loads;

  /**
   * One of them.
   *
   * @param groups what is drawn of it
   */
  private record OfClass(ClassStages of, List<StageGroup> groups) {
    boolean has(Measure measure) {
      return groups.stream().anyMatch(group -> measure.of(group).isMeasured());
    }
  }

  private ClassFigures(
      List<OfClass> classes,
      List<StageGroup> whole,
      Variants variants,
      ReasonLabels labels,
      LackedLabels lacked,
      LoadAxis loads) {
    this.classes = classes;
    this.loads = loads;
    this.variants = variants;
    this.whole = whole;
    this.labels = labels;
    this.lacked = lacked;
    List<StageGroup> drawn = classes.stream().flatMap(one -> one.groups().stream()).toList();
    all = new LoadFigures(drawn, whole, variants, labels, lacked, loads);
  }

  /**
   * Of a run with several classes; of others none.
   *
   * @param drawn which variants are drawn, on the axes of all
   * @param labels by letter
   */
  static List<Figure> of(
      StoredRun run,
      Predicate<String> drawn,
      Variants variants,
      ReasonLabels labels,
      LackedLabels lacked) {
    List<ClassStages> classes = ClassStages.of(run);
    List<Figure> figures = new ArrayList<>();
    if (classes.size() > 1) {
      drawing(run, classes, drawn, variants, labels, lacked)
          .flatMap(ClassFigures::compared)
          .ifPresent(figures::add);
      // What is late is made of times alone, so that invalid rows have no say in it.
      drawing(
              run,
              classes.stream().map(ClassFigures::valid).toList(),
              drawn,
              variants,
              labels,
              lacked)
          .flatMap(ClassFigures::late)
          .ifPresent(figures::add);
    }
    return figures;
  }

  private static ClassStages valid(ClassStages of) {
    return new ClassStages(
        of.messageClass(),
        of.isDroppable(),
        of.stages().stream().filter(StoredStage::isValid).toList());
  }

  /** Empty where nothing is drawn. */
  private static Optional<ClassFigures> drawing(
      StoredRun run,
      List<ClassStages> stored,
      Predicate<String> drawn,
      Variants variants,
      ReasonLabels labels,
      LackedLabels lacked) {
    List<OfClass> classes = new ArrayList<>();
    List<StageGroup> whole = new ArrayList<>();
    for (ClassStages one : stored) {
      List<StageGroup> groups = StageGroup.of(run, one.stages());
      whole.addAll(groups);
      List<StageGroup> part = groups.stream().filter(group -> drawn.test(group.target())).toList();
      if (!part.isEmpty()) {
        classes.add(new OfClass(one, part));
      }
    }
    return classes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClassFigures(classes, whole, variants, labels, lacked, LoadAxis.of(run, whole)));
  }

  /** A row of panels for each class. */
  private Optional<Figure> compared() {
    List<Measure> measures = new ArrayList<>(List.of(Measure.RTT_P95, Measure.LOSS));
    measures.removeIf(measure -> classes.stream().noneMatch(one -> one.has(measure)));
    List<Panel> panels =
        classes.stream()
            .flatMap(one -> measures.stream().map(measure -> panel(one, measure)))
            .toList();
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            figure(
                "classes",
                "Message classes"
                    + loads.words()
                    + ", a row for each, on the same axes."
                    + droppable(),
                PaperUnits.PAGE_MM,
                PANEL_MM,
                panels,
                measures));
  }

  /** What of the droppable classes comes too late. */
  private Optional<Figure> late() {
    List<Panel> panels =
        classes.stream()
            .filter(one -> one.has(Measure.LATE))
            .map(one -> panel(one, Measure.LATE))
            .toList();
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            figure(
                "classes-late",
                Measure.LATE.caption(),
                loads.widthMm(),
                ONE_PANEL_MM,
                panels,
                List.of(Measure.LATE)));
  }

  private Figure figure(
      String name,
      String says,
      double widthMm,
      double heightMm,
      List<Panel> panels,
      List<Measure> measures) {
    return new Figure(
            name,
            says,
            widthMm,
            heightMm,
            Math.min(loads.columns(), measures.size()),
            panels,
            all.legend(),
            all.hollow(labels))
        .withAtLeast(all.atLeast(measures));
  }

  private Panel panel(OfClass one, Measure measure) {
    Panel panel =
        new LoadFigures(one.groups(), whole, variants, labels, lacked, loads)
            .panel(measure, labels, measure == Measure.RTT_P95);
    return loads.panel(
        panel.y().titled(one.of().messageClass() + ": " + panel.y().title()), panel.curves());
  }

  private String droppable() {
    String names =
        classes.stream()
            .map(OfClass::of)
            .filter(ClassStages::isDroppable)
            .map(ClassStages::messageClass)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? ""
        : " The class " + names + " is droppable: its loss is no loss of a stroke.";
  }
}
