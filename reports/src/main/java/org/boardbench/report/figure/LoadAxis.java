package org.boardbench.report.figure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.report.chart.Axis;
import org.boardbench.report.chart.Curve;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.chart.PaperUnits;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.StageShapes;
import org.boardbench.report.stored.StoredRun;

/**
 * Where loads are drawn: at their number of users, or, where stages differ in more than that, each
 * at a place of its own, from which no line leads to the next.
 */
final class LoadAxis {
  /** How far targets are moved apart sideways, as a part of the axis of users. */
  private static final double DODGE = 0.008;

  /** Between the outermost ones, at most: the axis ends a little further out. */
  private static final double SPREAD = 0.06;

  /** Of a place, what targets are spread over. */
  private static final double BREADTH = 0.7;

  /** How far targets are apart at a place at most. */
  private static final double APART = 0.15;

  private final Axis axis;
  private final String remark;

  private LoadAxis(Axis axis, String remark) {
    this.axis = axis;
    this.remark = remark;
  }

  /**
   * Of a run.
   *
   * @param whole all that is drawn on such axes
   */
  static LoadAxis of(StoredRun run, List<StageGroup> whole) {
    StageShapes shapes = StageShapes.of(run);
    return shapes.differ() ? ofPlaces(shapes.names(), whole) : ofUsers(whole);
  }

  /** At the number of users. */
  static LoadAxis ofUsers(List<StageGroup> whole) {
    double least = whole.stream().mapToInt(StageGroup::users).min().orElseThrow();
    double most = whole.stream().mapToInt(StageGroup::users).max().orElseThrow();
    // A single number of users is in the middle.
    double margin = most > least ? (most - least) * 0.04 : most * 0.5;
    return new LoadAxis(Axis.between("Users", least - margin, most + margin), "");
  }

  private static LoadAxis ofPlaces(List<String> names, List<StageGroup> whole) {
    return new LoadAxis(Axis.named("Stage", names), users(names, whole));
  }

  /** Of those whose name does not say it. */
  private static String users(List<String> names, List<StageGroup> whole) {
    Map<Integer, Integer> users = new TreeMap<>();
    whole.forEach(group -> users.put(group.stage(), group.users()));
    if (Set.copyOf(users.values()).size() == 1) {
      return " Users in each: " + users.values().iterator().next() + ".";
    }
    String words =
        users.entrySet().stream()
            .map(stage -> names.get(stage.getKey() - 1) + ": " + stage.getValue())
            .filter(stage -> !stage.contains(" users: "))
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? "" : " Users: " + words + ".";
  }

  private boolean hasPlaces() {
    return !axis.names().isEmpty();
  }

  /** How much it spans. */
  double span() {
    return axis.max() - axis.min();
  }

  double x(StageGroup group) {
    return hasPlaces() ? group.stage() : group.users();
  }

  /** Whether a line leads from one load to the next. */
  boolean joins() {
    return !hasPlaces();
  }

  /**
   * How far the targets of one load are apart sideways.
   *
   * @param targets how many there are
   */
  double apart(int targets) {
    int between = Math.max(1, targets - 1);
    return hasPlaces()
        ? Math.min(APART, BREADTH / between)
        : span() * Math.min(DODGE, SPREAD / between);
  }

  /** A panel of these loads, in which the targets of a place are seen to belong together. */
  Panel panel(Axis y, List<Curve> curves) {
    return new Panel(axis, y, curves, Panel.Band.aroundNames(axis));
  }

  /** What the names of figures begin with. */
  String prefix() {
    return hasPlaces() ? "stages-" : "users-";
  }

  /** What it is, after a blank. */
  String words() {
    return hasPlaces() ? " in each stage of the plan" : " by the number of users";
  }

  /** What a caption has to say beside that: a sentence after a blank, or nothing. */
  String remark() {
    return remark;
  }

  /** Columns of panels across a page: names need its whole width. */
  int columns() {
    return hasPlaces() ? 1 : 3;
  }

  /** Of a figure with one panel, for the same reason. */
  double widthMm() {
    return hasPlaces() ? PaperUnits.PAGE_MM : PaperUnits.COLUMN_MM;
  }
}
