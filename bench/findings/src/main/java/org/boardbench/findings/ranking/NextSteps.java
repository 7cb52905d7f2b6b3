package org.boardbench.findings.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.boardbench.results.reason.ReasonCode;
import org.boardbench.statistics.Refusal;

/** What would tell more than a run has told. */
final class NextSteps {
  private NextSteps() {}

  static List<String> of(RunSummary run) {
    List<String> steps = new ArrayList<>();
    if (run.invalidRows().rows() == 0) {
      return steps;
    }
    invalid(run, steps);
    loads(run, steps);
    starts(run, steps);
    return steps;
  }

  private static void invalid(RunSummary run, List<String> steps) {
    for (Counted<String> code : run.invalidRows().codes()) {
      ReasonCode.of(code.what())
          .ifPresent(known ->
              steps.add(
                  "%d of %d rows invalid by %s: %s, and run again"
                      .formatted(
                          code.count(), run.invalidRows().rows(), known.key(), known.remedy())));
    }
  }

  private static void loads(RunSummary run, List<String> steps) {
    if (run.lastKept().isEmpty() && !run.broken().isEmpty()) {
      int least = run.broken().stream().mapToInt(BrokenLoad::users).min().orElseThrow();
      String first =
          run.broken().stream()
              .filter(load -> load.users() == least)
              .map(BrokenLoad::variant)
              .collect(Collectors.joining(", "));
      steps.add("all kept no load: fewer than %d users for %s".formatted(least, first));
    }
    if (run.broken().isEmpty() && run.lastKept().isPresent()) {
      steps.add("no variant broke: more than %d users".formatted(run.mostUsers()));
    }
  }

  private static void starts(RunSummary run, List<String> steps) {
    if (run.starts() < Refusal.LEAST_STARTS) {
      steps.add(
          "fewer than %d starts tell nothing of others: REPS=%d"
              .formatted(Refusal.LEAST_STARTS, Refusal.LEAST_STARTS));
      return;
    }
    run.ranking().stream()
        .flatMap(ranking -> ranking.places().stream())
        .filter(place -> place.startsNeeded().isPresent())
        .filter(place -> place.startsNeeded().getAsInt() > place.estimate().starts())
        .min(Comparator.comparingInt(place -> place.startsNeeded().getAsInt()))
        .ifPresent(place ->
            steps.add(
                "to tell %s from the first of its rank, if they go on like this: REPS=%d"
                    .formatted(place.variant(), place.startsNeeded().getAsInt())));
  }
}
