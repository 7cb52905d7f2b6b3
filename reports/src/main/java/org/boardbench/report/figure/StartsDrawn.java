package org.boardbench.report.figure;

import java.util.List;
import org.boardbench.report.statistics.GroupFigure;
import org.boardbench.report.statistics.StageGroup;
import org.boardbench.report.statistics.StartCount;
import org.boardbench.statistics.Interval;

/** What a caption says of points, intervals, and the number of starts that they are of. */
final class StartsDrawn {
  private final List<GroupFigure> estimates;
  private final boolean repeated;
  private final boolean joins;
  private final String confidence;

  StartsDrawn(List<StageGroup> groups, List<Measure> measures, LoadAxis loads) {
    joins = loads.joins();
    estimates =
        groups.stream()
            .flatMap(group -> measures.stream().map(measure -> measure.of(group)))
            .filter(shown -> shown.starts() > 0)
            .toList();
    confidence =
        Interval.words(
            groups.stream()
                .mapToDouble(StageGroup::confidence)
                .findFirst()
                .orElse(Interval.CONFIDENCE));
    repeated = groups.stream().anyMatch(group -> group.rows().size() > 1);
  }

  String words() {
    return (repeated
            ? (joins ? "Lines join the estimates" : "Large points are the estimates")
                + " over the valid starts, of times their geometric mean, of all else their mean;"
                + " faint points are the starts. "
            : "Points are single starts. ")
        + (hasIntervals()
            ? "A bar is the "
                + confidence
                + " interval of an estimate; one without an end goes on beyond the"
                + " axis. "
            : "")
        + StartCount.words(estimates.stream().mapToInt(GroupFigure::starts), "point");
  }

  private boolean hasIntervals() {
    return estimates.stream().anyMatch(shown -> shown.interval().isPresent());
  }
}
