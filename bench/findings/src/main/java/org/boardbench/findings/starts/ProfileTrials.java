package org.boardbench.findings.starts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.results.reason.ReasonCode;
import tools.jackson.databind.JsonNode;

/**
 * Which trials of a run are there for a profile alone. A profiler costs time: nothing of them is
 * ranked, judged, or summed up with what counts.
 *
 * @param lastCounted the repetition after which they come
 * @param marked those whose rows say so, which also holds where repetitions were added later
 */
public record ProfileTrials(int lastCounted, Set<String> marked) {
  /**
   * The first one's repetition, behind all that a plan may have: to a run with profiles repetitions
   * can be added as to any other. Runs of older versions have them right behind their own.
   */
  public static final int FIRST = 101;

  /** There are none. */
  public static final ProfileTrials NONE = planned(0, 0);

  public ProfileTrials {
    marked = Set.copyOf(marked);
  }

  /**
   * Those that a plan asks for.
   *
   * @param ofEachVariant 0 where nobody asked for any
   * @param repetitions before them, at most where a rule decides
   */
  public static ProfileTrials planned(int ofEachVariant, int repetitions) {
    return new ProfileTrials(ofEachVariant > 0 ? repetitions : Integer.MAX_VALUE, Set.of());
  }

  /**
   * Those that a run has.
   *
   * @param plan as {@code run.json} has it
   * @param rows of the run
   */
  public static ProfileTrials of(JsonNode plan, List<StoredStage> rows) {
    JsonNode repetitions = plan.path("repetitions");
    return new ProfileTrials(
        planned(
                plan.path("profile").asInt(0),
                repetitions.path("most").asInt(repetitions.asInt(Integer.MAX_VALUE)))
            .lastCounted(),
        rows.stream()
            .filter(row -> row.hasReason(ReasonCode.PROFILED))
            .map(StoredStage::trialId)
            .collect(Collectors.toSet()));
  }

  /** Whether the plan has the trials of this number, counted from 1, for that. */
  public boolean has(int repetition) {
    return repetition > lastCounted;
  }

  /** Whether a trial is one, with rows or without. */
  public boolean has(String trialId, int repetition) {
    return has(repetition) || marked.contains(trialId);
  }
}
