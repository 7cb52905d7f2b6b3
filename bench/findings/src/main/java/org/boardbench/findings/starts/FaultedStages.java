package org.boardbench.findings.starts;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Stages of a plan in which something is made to fail: what a server did there says nothing of
 * their load.
 *
 * @param numbers of them, from 1
 * @param users that only such stages have
 */
public record FaultedStages(Set<Integer> numbers, Set<Integer> users) {
  /** There are none. */
  public static final FaultedStages NONE = new FaultedStages(Set.of(), Set.of());

  public FaultedStages {
    numbers = Set.copyOf(numbers);
    users = Set.copyOf(users);
  }

  /**
   * Those that a run has.
   *
   * @param plan as {@code run.json} has it; one that does not list its stages has none
   */
  public static FaultedStages of(JsonNode plan) {
    Set<Integer> numbers = new HashSet<>();
    Set<Integer> users = new HashSet<>();
    Set<Integer> usersOfOthers = new HashSet<>();
    int number = 0;
    for (JsonNode stage : plan.path("stages")) {
      number++;
      boolean isFaulted = !stage.path("faults").isEmpty();
      (isFaulted ? users : usersOfOthers).add(stage.path("users").asInt(0));
      if (isFaulted) {
        numbers.add(number);
      }
    }
    users.removeAll(usersOfOthers);
    return new FaultedStages(numbers, users);
  }

  /** Whether it is a row of such a stage. */
  boolean has(StoredStage row) {
    return numbers.contains(row.stage());
  }

  /** Whether its server ended under a load that only such stages have. */
  boolean has(FailedStart start) {
    return start.serverEndedUsers().stream().anyMatch(users::contains);
  }
}
