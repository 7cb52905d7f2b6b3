package org.boardbench.view.metrics.export;

import java.util.ArrayList;
import java.util.List;

/** What a run that was exported will not show as it would have live; a line for each kind. */
final class ExportNotes {
  private static final int MOST_NAMES = 3;

  private final List<String> withoutTimes = new ArrayList<>();
  private final List<String> withoutOrigin = new ArrayList<>();

  void withoutTimes(String trial) {
    withoutTimes.add(trial);
  }

  void withoutOrigin(String trial) {
    withoutOrigin.add(trial);
  }

  private static String some(List<String> trials) {
    return trials.size() <= MOST_NAMES
        ? String.join(", ", trials)
        : trials.getFirst() + " and " + (trials.size() - 1) + " more";
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!withoutTimes.isEmpty()) {
      lines.add(
          "The RTT and delivery time panels stay empty where interval logs were not kept: "
              + some(withoutTimes));
    }
    if (!withoutOrigin.isEmpty()) {
      lines.add(
          "Second 0 is taken to be the trial's start, which is some seconds early, where neither"
              + " measured_from nor a log tells it: "
              + some(withoutOrigin));
    }
    lines.add(
        "The driver's run delay and stalls, and the machine's idle time and steal, are each hold's"
            + " one figure; send delay stays empty");
    return lines;
  }
}
