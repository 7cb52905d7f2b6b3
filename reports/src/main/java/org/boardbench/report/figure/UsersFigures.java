package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Figure;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.Paper;
import org.boardbench.report.chart.TargetLook;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.Targets;
import org.boardbench.report.stored.StageFigure;

/** Figures that compare targets: one measured figure by the number of users. */
final class UsersFigures {
  /** More labels than this in words leave no room for the points. */
  private static final int MOST_IN_WORDS = 8;

  private final List<StageGroup> groups;
  private final ReasonLabels labels;
  private final double minUsers;
  private final double maxUsers;

  /**
   * @param groups in the order of targets, at least one
   * @param labels by letter
   */
  UsersFigures(List<StageGroup> groups, ReasonLabels labels) {
    this.groups = groups;
    this.labels = labels;
    minUsers = groups.stream().mapToInt(StageGroup::users).min().orElseThrow();
    maxUsers = groups.stream().mapToInt(StageGroup::users).max().orElseThrow();
  }

  /** The overview, then a figure for each measure that some target has. */
  List<Figure> all() {
    List<Measure> measured = Arrays.stream(Measure.values()).filter(this::isMeasured).toList();
    List<Figure> figures = new ArrayList<>();
    overview(measured.stream().filter(Measure::inOverview).toList()).ifPresent(figures::add);
    measured.forEach(measure -> figures.add(single(measure)));
    return figures;
  }

  private boolean isMeasured(Measure measure) {
    return groups.stream().anyMatch(group -> group.spread(measure.figure()).isMeasured());
  }

  private Optional<Figure> overview(List<Measure> measures) {
    return measures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                "users-overview",
                "All targets by the number of users. " + howDrawn(),
                Paper.PAGE_MM,
                42,
                3,
                measures.stream().map(measure -> panel(measure, labels)).toList(),
                legend(),
                hollow(labels)));
  }

  private Figure single(Measure measure) {
    long marked = groups.stream().filter(group -> !group.invalid().isEmpty()).count();
    ReasonLabels own = marked <= MOST_IN_WORDS ? labels.inWords() : labels;
    return new Figure(
        "users-" + measure.fileName(),
        measure.caption() + " " + howDrawn(),
        Paper.COLUMN_MM,
        52,
        1,
        List.of(panel(measure, own)),
        legend(),
        hollow(own));
  }

  private String howDrawn() {
    String spread =
        repeated()
            ? "Lines join the medians over the repetitions, small points are the repetitions, and"
                + " vertical bars reach from the least to the greatest."
            : "One repetition.";
    return spread
        + " Targets are moved a little sideways so that they do not hide each other; a value that"
        + " was not measured is a gap."
        + (hasInvalid() ? invalidDrawn() : "");
  }

  private String invalidDrawn() {
    return " A hollow point does not stand, for the reason that is beside it where there is room,"
        + " and in the table"
        + (repeated()
            ? ": median and bar are of the repetitions that stand; where none does, they are of all"
                + " and the median is hollow."
            : ".");
  }

  private String hollow(ReasonLabels shown) {
    if (!hasInvalid()) {
      return "";
    }
    return shown.key().isEmpty()
        ? "does not stand, for the reason beside it"
        : "does not stand: " + shown.key();
  }

  private boolean repeated() {
    return groups.stream().anyMatch(group -> group.rows().size() > 1);
  }

  private boolean hasInvalid() {
    return groups.stream().anyMatch(group -> !group.invalid().isEmpty());
  }

  private List<Curve> legend() {
    return groups.stream()
        .map(StageGroup::target)
        .distinct()
        .map(t -> new Curve(Targets.title(t), TargetLook.of(t), List.of()))
        .toList();
  }

  private Panel panel(Measure measure, ReasonLabels shown) {
    StageFigure figure = measure.figure();
    // Of all rows, because those that do not stand are drawn too.
    DoubleStream values =
        groups.stream().flatMap(g -> g.rows().stream()).mapToDouble(row -> row.figure(figure));
    Axis users = usersAxis();
    return new Panel(
        users,
        measure.axis(values),
        new UsersCurves(groups, figure, shown).all(users.max() - users.min()));
  }

  private Axis usersAxis() {
    // A single number of users stands in the middle.
    double margin = maxUsers > minUsers ? (maxUsers - minUsers) * 0.04 : maxUsers * 0.5;
    return Axis.between("Users", minUsers - margin, maxUsers + margin);
  }
}
