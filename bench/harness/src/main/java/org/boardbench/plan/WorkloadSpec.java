package org.boardbench.plan;

import org.boardbench.scenario.Scenario;

/**
 * What the virtual users do, and where.
 *
 * @param boards number of boards; user {@code u} is on board {@code u % boards}
 * @param ratePerUser messages that one user publishes a second, unless the scenario says otherwise
 * @param payloadBytes size of one message in bytes of UTF-8, unless the scenario says otherwise
 * @param scenario of the stages that have none of their own
 */
public record WorkloadSpec(int boards, double ratePerUser, int payloadBytes, Scenario scenario) {
  /** The default scenario: strokes of that size at a constant rate. */
  public WorkloadSpec(int boards, double ratePerUser, int payloadBytes) {
    this(boards, ratePerUser, payloadBytes, Scenario.steady(ratePerUser, payloadBytes));
  }
}
