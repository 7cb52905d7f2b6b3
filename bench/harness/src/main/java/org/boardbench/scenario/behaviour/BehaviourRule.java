package org.boardbench.scenario.behaviour;

import java.util.Optional;

/** What the values of a behaviour must be to each other, each being within its own bounds. */
@FunctionalInterface
public interface BehaviourRule {
  /**
   * A value that the others do not allow.
   *
   * @param key its name in plans
   * @param problem what it must be, and what it was
   */
  record Breach(String key, String problem) {}

  /** Empty when the rule is kept. */
  Optional<Breach> breach(BehaviourValues values);
}
