package org.boardbench.findings.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.statistics.Refusal;

/** What would tell more than a run has told. */
final class NextSteps {
  /** Nobody repeats so often to tell two apart that are so near. */
  private static final int MOST_STARTS = 100;

  private NextSteps() {}

  /** Of the loads, and of how many starts there are. */
  static List<String> of(RunSummary run) {
    List<String> steps = new ArrayList<>();
    if (!run.isEmpty()) {
      // Who makes something fail asks how it is got over, not how many users are too many.
      if (run.disturbance() == RunSummary.Disturbance.NONE) {
        loads(run, steps);
      }
      starts(run, steps);
    }
    return steps;
  }

  /** Against each reason that made rows invalid, as far as it is known here. */
  static List<String> remedies(InvalidRows rows) {
    return rows.codes().stream()
        .flatMap(code ->
            ReasonCode.of(code.what()).stream()
                .map(known ->
                    "%d of %d rows are invalid by %s: %s, and run again"
                        .formatted(code.count(), rows.rows(), known.key(), known.remedy())))
        .toList();
  }

  private static void loads(RunSummary run, List<String> steps) {
    if (run.lastKept().isEmpty() && !run.broken().isEmpty()) {
      int least = run.broken().stream().mapToInt(BrokenLoad::users).min().orElseThrow();
      String first =
          run.broken().stream()
              .filter(load -> load.users() == least)
              .map(BrokenLoad::variant)
              .collect(Collectors.joining(", "));
      steps.add("fewer users: no load was kept by all, %s broke at %d".formatted(first, least));
    }
    // A load that nobody can judge is no load that was kept.
    if (run.broken().isEmpty() && run.lastKept().equals(OptionalInt.of(run.mostUsers()))) {
      String none = run.undecided().isEmpty() ? "no variant" : "no variant that can be judged";
      steps.add("more users: %s broke at up to %d".formatted(none, run.mostUsers()));
    }
  }

  private static void starts(RunSummary run, List<String> steps) {
    if (!run.hasRanks()) {
      steps.add(
          "REPS=%d: with fewer starts there is no interval, so that no order is sure"
              .formatted(Refusal.LEAST_STARTS));
      return;
    }
    run.ranking().stream()
        .flatMap(ranking -> ranking.places().stream())
        .filter(place -> place.startsNeeded().isPresent())
        // Where some of the starts are invalid, as many may have been made already.
        .filter(place -> place.startsNeeded().getAsInt() > run.starts())
        .filter(place -> place.startsNeeded().getAsInt() <= MOST_STARTS)
        .min(Comparator.comparingInt(place -> place.startsNeeded().getAsInt()))
        .ifPresent(place ->
            steps.add(
                "REPS=%d: would tell %s from the first of its rank, if starts go on like this"
                    .formatted(place.startsNeeded().getAsInt(), place.variant())));
  }
}
