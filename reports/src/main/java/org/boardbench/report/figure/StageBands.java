package org.boardbench.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.report.chart.Panel;
import org.boardbench.report.stored.StoredSecond;
import org.boardbench.report.stored.StoredStage;

/** The stages of one trial as parts of the time axis, named by their number of users. */
final class StageBands {
  /** Bands narrower than this part of the whole have no room for more than the number. */
  private static final double ROOM_FOR_UNIT = 0.15;

  private StageBands() {}

  /**
   * @param seconds of one trial, at least one
   * @param stages of the same trial
   */
  static List<Panel.Band> of(List<StoredSecond> seconds, List<StoredStage> stages) {
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    seconds.forEach(s -> starts.merge(s.stage(), s.second(), Math::min));
    double end = 1 + seconds.stream().mapToInt(StoredSecond::second).max().orElseThrow();
    Map<Integer, Integer> users =
        stages.stream()
            .collect(Collectors.toMap(StoredStage::stage, StoredStage::users, (a, b) -> a));
    List<Panel.Band> bands = new ArrayList<>();
    for (Map.Entry<Integer, Integer> start : starts.entrySet()) {
      Map.Entry<Integer, Integer> next = starts.higherEntry(start.getKey());
      double bandEnd = next == null ? end : next.getValue();
      String unit = bandEnd - start.getValue() < ROOM_FOR_UNIT * end ? "" : " users";
      Integer number = users.get(start.getKey());
      // A stage that broke off has seconds but no row, hence no number.
      bands.add(new Panel.Band(start.getValue(), bandEnd, number == null ? "?" : number + unit));
    }
    return List.copyOf(bands);
  }
}
